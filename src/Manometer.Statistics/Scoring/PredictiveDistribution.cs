namespace Manometer.Statistics;

/// <summary>A forecast of a number as a whole distribution, with its proper scores.</summary>
/// <remarks>
/// Every family has a closed form of the continuous ranked probability score (or a sum of positive terms for counts), tested against adaptive quadrature of its definition.
/// Where a family has a finite mean, CRPS = y (2 F(y) - 1) - 2 E[X; X at most y] + E X - E|X - X'|/2 (Gneiting and Raftery 2007, equation 21, regrouped).
/// </remarks>
public abstract class PredictiveDistribution
{
    private protected PredictiveDistribution()
    {
    }

    /// <summary>Continuous ranked probability score: the integral of (F(x) - 1 if x is at least the outcome)^2.</summary>
    /// <remarks>At least 0, in the unit of the outcome, lower is better; of a single number it is the absolute error. Matheson and Winkler (1976).</remarks>
    /// <param name="outcome">What came, finite.</param>
    /// <exception cref="ScoringException">The outcome is not finite.</exception>
    public double Crps(double outcome) => CrpsOf(Require.Finite(outcome, "outcome"));

    /// <summary>Logarithmic score: minus the natural logarithm of the density, or of the probability where the outcome carries a point mass.</summary>
    /// <remarks>Lower is better; infinite where the forecast held the outcome impossible. Good (1952).</remarks>
    /// <param name="outcome">What came, finite.</param>
    /// <exception cref="ScoringException">The outcome is not finite.</exception>
    public double LogScore(double outcome) => LogScoreOf(Require.Finite(outcome, "outcome"));

    /// <summary>Probability of a value at or below <paramref name="x"/>.</summary>
    /// <exception cref="ScoringException"><paramref name="x"/> is not a number.</exception>
    public double Cdf(double x) => double.IsNaN(x) ? throw new ScoringException(ScoringFault.NotFinite, "The value is not a number.")
        : double.IsNegativeInfinity(x) ? 0 : double.IsPositiveInfinity(x) ? 1 : CdfOf(x);

    private protected abstract double CrpsOf(double y);

    private protected abstract double LogScoreOf(double y);

    private protected abstract double CdfOf(double x);

    // the regrouped formula: distribution function, partial mean up to y, mean, half the mean difference
    private protected static double FromMeans(double y, double cdf, double partialMean, double mean, double halfDifference) =>
        y * (2 * cdf - 1) - 2 * partialMean + mean - halfDifference;
}
