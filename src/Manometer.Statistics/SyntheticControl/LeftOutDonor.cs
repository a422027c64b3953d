namespace Manometer.Statistics;

/// <summary>The fit without one donor.</summary>
/// <param name="Unit">The donor left out.</param>
/// <param name="MeanGap">Mean gap after the treatment, without it.</param>
/// <param name="PreRmspe">Error before the treatment, without it.</param>
public readonly record struct LeftOutDonor(string Unit, double MeanGap, double PreRmspe);
