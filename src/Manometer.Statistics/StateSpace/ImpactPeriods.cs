namespace Manometer.Statistics;

/// <summary>The rows before and after an intervention, from 0, first and last included. Rows between the two are the gap: not fitted and not summed.</summary>
/// <param name="PreStart">First row that is fitted.</param>
/// <param name="PreEnd">Last row that is fitted.</param>
/// <param name="PostStart">First row of the effect; later than <paramref name="PreEnd"/>.</param>
/// <param name="PostEnd">Last row of the effect.</param>
public readonly record struct ImpactPeriods(int PreStart, int PreEnd, int PostStart, int PostEnd);
