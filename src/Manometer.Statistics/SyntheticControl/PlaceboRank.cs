namespace Manometer.Statistics;

/// <summary>The place of the treated unit among itself and the placebos.</summary>
/// <param name="Rank">1 is the most extreme; ties count against the treated unit.</param>
/// <param name="Of">Treated unit and placebos together.</param>
public readonly record struct PlaceboRank(int Rank, int Of)
{
    /// <summary>Rank divided by number: the smallest it can be is 1 / <see cref="Of"/>.</summary>
    public double P => (double)Rank / Of;
}
