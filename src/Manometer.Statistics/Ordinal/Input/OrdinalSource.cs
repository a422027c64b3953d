namespace Manometer.Statistics;

/// <summary>A source of reports, with the prior of its reliability: the chance that a report of it follows the state at all rather than <see cref="OrdinalData.Uninformed"/>.</summary>
/// <param name="Reliability">Mean of the Beta prior, 0 .. 1 exclusive; default 0.7.</param>
/// <param name="Strength">Weight of the prior in reports, above 0; default 10.</param>
public sealed record OrdinalSource(double Reliability = 0.7, double Strength = 10);
