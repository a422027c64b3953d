namespace Manometer.Statistics;

/// <summary>Where a sparse series would have been at a time had nothing intervened, averaged over its places.</summary>
/// <param name="Time">When, in months.</param>
/// <param name="Mean">Posterior mean of the level, in the unit of the values.</param>
/// <param name="Lower">Lower end of its credible interval; noise of single readings comes on top.</param>
/// <param name="Upper">Upper end.</param>
public readonly record struct CounterfactualPoint(double Time, double Mean, double Lower, double Upper);
