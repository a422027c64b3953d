namespace Manometer.Statistics;

/// <summary>Ranks of the mean gap after the treatment, for each direction that could have been stated beforehand.</summary>
/// <param name="Down">The most negative first.</param>
/// <param name="Up">The most positive first.</param>
/// <param name="Either">The largest by size first.</param>
public readonly record struct GapRanks(PlaceboRank Down, PlaceboRank Up, PlaceboRank Either)
{
    /// <summary>The place of a gap among itself and others.</summary>
    internal static GapRanks Of(double gap, IReadOnlyCollection<double> others) => new(
        new PlaceboRank(1 + others.Count(one => one <= gap), others.Count + 1),
        new PlaceboRank(1 + others.Count(one => one >= gap), others.Count + 1),
        new PlaceboRank(1 + others.Count(one => Math.Abs(one) >= Math.Abs(gap)), others.Count + 1));

    /// <summary>The rank for a direction.</summary>
    public PlaceboRank For(EffectDirection direction) => direction switch { EffectDirection.Down => Down, EffectDirection.Up => Up, _ => Either };
}
