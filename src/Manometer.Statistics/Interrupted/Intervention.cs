namespace Manometer.Statistics;

/// <summary>Something that may have moved a series from a time on.</summary>
/// <param name="Time">When, in months from the origin of the series' times.</param>
/// <param name="Onset">How its effect comes on; default a step.</param>
public readonly record struct Intervention(double Time, Onset Onset = default);
