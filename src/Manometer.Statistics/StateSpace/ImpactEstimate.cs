namespace Manometer.Statistics;

/// <summary>An effect: what was, what would have been, and the difference with its credible interval.</summary>
/// <param name="Actual">What was observed.</param>
/// <param name="Predicted">Posterior mean of what would have been.</param>
/// <param name="Effect">Actual less predicted; for the relative effect actual over predicted, less 1.</param>
/// <param name="Sd">Posterior standard deviation of the effect.</param>
/// <param name="Lower">Lower end of the effect's interval.</param>
/// <param name="Upper">Upper end of the effect's interval.</param>
public sealed record ImpactEstimate(double Actual, double Predicted, double Effect, double Sd, double Lower, double Upper);
