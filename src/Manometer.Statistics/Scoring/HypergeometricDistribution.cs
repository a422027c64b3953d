namespace Manometer.Statistics;

/// <summary>The hypergeometric distribution as a forecast of a count: marked items in a sample without replacement.</summary>
/// <param name="marked">Marked items there are, at least 0.</param>
/// <param name="unmarked">Unmarked items there are, at least 0.</param>
/// <param name="drawn">Items drawn, 0 to all.</param>
/// <exception cref="ScoringException">A number is outside its range.</exception>
public sealed class HypergeometricDistribution(int marked, int unmarked, int drawn)
    : CountDistribution(Mode(marked, unmarked, drawn), Math.Max(0, (long)drawn - unmarked), Math.Min(marked, drawn), k => (marked - k) * (drawn - k) / ((k + 1) * ((double)unmarked - drawn + k + 1)))
{
    /// <summary>Marked items there are.</summary>
    public int Marked { get; } = marked;

    /// <summary>Unmarked items there are.</summary>
    public int Unmarked { get; } = unmarked;

    /// <summary>Items drawn.</summary>
    public int Drawn { get; } = drawn;

    private protected override double LogScoreOf(double y)
    {
        if (y != Math.Floor(y) || y < Math.Max(0, (double)Drawn - Unmarked) || y > Math.Min(Marked, Drawn))
            return double.PositiveInfinity;
        return Choose((double)Marked + Unmarked, Drawn) - Choose(Marked, y) - Choose(Unmarked, Drawn - y);
    }

    private static double Choose(double n, double k) => LogGamma.Of(n + 1) - LogGamma.Of(k + 1) - LogGamma.Of(n - k + 1);

    private static long Mode(int marked, int unmarked, int drawn)
    {
        if (marked < 0 || unmarked < 0 || drawn < 0 || drawn > (long)marked + unmarked)
            throw new ScoringException(ScoringFault.Parameter, Require.Text($"Marked, unmarked and drawn must be at least 0, and no more drawn than there are; they are {marked}, {unmarked}, {drawn}."));
        var mode = (long)((drawn + 1.0) * (marked + 1.0) / ((double)marked + unmarked + 2));
        return Math.Clamp(mode, Math.Max(0, (long)drawn - unmarked), Math.Min(marked, drawn));
    }
}
