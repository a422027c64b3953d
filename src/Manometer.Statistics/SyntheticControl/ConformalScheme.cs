namespace Manometer.Statistics;

/// <summary>How residuals are rearranged to judge a candidate effect.</summary>
public enum ConformalScheme
{
    /// <summary>Shifted around in time, which keeps their dependence. Default.</summary>
    CyclicShifts,

    /// <summary>Permuted, as if they were independent: more arrangements, and a stronger assumption. All of them where at most 5,000, else 5,000 drawn.</summary>
    Permutations,
}
