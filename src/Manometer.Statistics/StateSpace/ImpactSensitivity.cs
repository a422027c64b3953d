namespace Manometer.Statistics;

/// <summary>The average effect under another guess of how much the level wanders.</summary>
/// <param name="LevelSd">The guess, in standard deviations of the response.</param>
/// <param name="Average">The average effect under it.</param>
/// <param name="TailArea">Its tail area.</param>
/// <param name="LogEvidence">Logarithm of the probability density of the data before the intervention under it; differences compare guesses.</param>
public sealed record ImpactSensitivity(double LevelSd, ImpactEstimate Average, double TailArea, double LogEvidence);
