namespace Manometer.Statistics;

/// <summary>Scores that give some thresholds more weight than others.</summary>
public static class WeightedScores
{
    /// <summary>Threshold-weighted continuous ranked probability score: the integral of (F(x) - 1 if x is at least the outcome)^2 over a weight distribution (Gneiting and Ranjan 2011, equation 9).</summary>
    /// <remarks>It is the mean Brier score of "at most x" over thresholds x drawn from the weight: 0..1, without a unit, proper. With the base rate as weight, the base rate's own forecast scores 1/6 in the mean. By adaptive quadrature to 1e-9.</remarks>
    /// <param name="forecast">The forecast.</param>
    /// <param name="weight">Which thresholds matter.</param>
    /// <param name="outcome">What came, finite.</param>
    /// <exception cref="ScoringException">The outcome is not finite.</exception>
    public static double Crps(PredictiveDistribution forecast, NormalDistribution weight, double outcome)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(weight);
        const double Reach = 9; // standard deviations: the rest weighs less than 1e-18
        var at = Math.Clamp((Require.Finite(outcome, "outcome") - weight.Location) / weight.Scale, -Reach, Reach);
        return AdaptiveSimpson.Integrate(z => Square(forecast.Cdf(weight.Location + weight.Scale * z)) * Normal.Density(z), -Reach, at, 1e-10)
            + AdaptiveSimpson.Integrate(z => Square(1 - forecast.Cdf(weight.Location + weight.Scale * z)) * Normal.Density(z), at, Reach, 1e-10);
    }

    private static double Square(double x) => x * x;
}
