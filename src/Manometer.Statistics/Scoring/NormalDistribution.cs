namespace Manometer.Statistics;

/// <summary>The normal distribution as a forecast.</summary>
/// <param name="mean">Mean.</param>
/// <param name="standardDeviation">Standard deviation, above 0.</param>
/// <exception cref="ScoringException">A parameter is not finite, or the standard deviation is not above 0.</exception>
public sealed class NormalDistribution(double mean, double standardDeviation) : SymmetricDistribution(mean, standardDeviation)
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private const double RootTwo = 1.4142135623730950488;

    internal override double StandardCdf(double z) => Normal.Cdf(z);

    internal override double StandardLogDensity(double z) => -0.5 * z * z - HalfLogTwoPi;

    internal override double FirstIntegral(double z) => z * Normal.Cdf(z) + Normal.Density(z);

    internal override double SecondIntegral(double z)
    {
        var cdf = Normal.Cdf(z);
        return z * cdf * cdf + 2 * cdf * Normal.Density(z) - Normal.Cdf(RootTwo * z) / Stable.RootPi;
    }
}
