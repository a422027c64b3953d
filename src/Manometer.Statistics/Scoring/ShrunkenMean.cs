namespace Manometer.Statistics;

/// <summary>The mean of one of several entrants, drawn towards the common level by how little is known of it.</summary>
/// <param name="Mean">Plain mean of its values.</param>
/// <param name="EffectiveCount">How many independent values it rests on.</param>
/// <param name="Posterior">Posterior mean: B times the plain mean, B = tau^2 / (tau^2 + s^2 / n).</param>
/// <param name="Deviation">Posterior standard deviation.</param>
public sealed record ShrunkenMean(double Mean, double EffectiveCount, double Posterior, double Deviation)
{
    private const double TenthQuantile = 1.2815515655446004;

    /// <summary>Value the entrant's true mean exceeds with probability 0.9.</summary>
    public double LowerBound => Posterior - TenthQuantile * Deviation;

    /// <summary>Value the entrant's true mean stays below with probability 0.9.</summary>
    public double UpperBound => Posterior + TenthQuantile * Deviation;

    /// <summary>Shrinks one mean.</summary>
    /// <param name="mean">Plain mean.</param>
    /// <param name="effectiveCount">How many independent values it rests on, above 0.</param>
    /// <param name="between">Standard deviation between entrants (tau), above 0.</param>
    /// <param name="within">Standard deviation of one value about its entrant's mean (s), above 0.</param>
    /// <exception cref="ScoringException">A value is not finite or outside its range.</exception>
    public static ShrunkenMean Of(double mean, double effectiveCount, double between, double within)
    {
        var variance = Require.Positive(between, "deviation between entrants") * between;
        var error = Require.Positive(within, "deviation within") * within / Require.Positive(effectiveCount, "effective count");
        var weight = variance / (variance + error);
        return new ShrunkenMean(Require.Finite(mean, "mean"), effectiveCount, weight * mean, Math.Sqrt(variance * (1 - weight)));
    }
}
