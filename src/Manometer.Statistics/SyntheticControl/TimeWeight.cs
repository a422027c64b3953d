namespace Manometer.Statistics;

/// <summary>The share of a time before the treatment in the base the treated period is compared with.</summary>
/// <param name="Time">The time.</param>
/// <param name="Weight">0..1, all summing to one.</param>
public readonly record struct TimeWeight(double Time, double Weight);
