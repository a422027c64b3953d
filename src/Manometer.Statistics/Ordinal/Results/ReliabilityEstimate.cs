namespace Manometer.Statistics;

/// <summary>How often a source's reports follow the state.</summary>
/// <param name="Source">Index of the source.</param>
/// <param name="Reports">Its reports with weight.</param>
/// <param name="Mean">Posterior mean, 0 .. 1.</param>
/// <param name="Sd">Posterior sd.</param>
/// <param name="PriorMean">Mean of the prior.</param>
public readonly record struct ReliabilityEstimate(int Source, int Reports, double Mean, double Sd, double PriorMean);
