namespace Manometer.Assessment;

/// <summary>How much is asked of a verdict.</summary>
public enum VerdictDepth
{
    /// <summary>The verdict with curve, range, power, baselines, and the largest sources left out: what <c>assess</c> shows.</summary>
    Quick,

    /// <summary>Also flip set, every source, origin and event left out, placebo dates and what to look for next.</summary>
    Full,
}
