namespace Manometer.Statistics;

/// <summary>The logistic distribution as a forecast.</summary>
/// <param name="location">Mean.</param>
/// <param name="scale">Scale, above 0; the standard deviation is pi / sqrt 3 times it.</param>
/// <exception cref="ScoringException">A parameter is not finite, or the scale is not above 0.</exception>
public sealed class LogisticDistribution(double location, double scale) : SymmetricDistribution(location, scale)
{
    internal override double StandardCdf(double z) => Stable.Logistic(z);

    internal override double StandardLogDensity(double z) => -Math.Abs(z) - 2 * Stable.LogOnePlus(Elementary.Exp(-Math.Abs(z)));

    internal override double FirstIntegral(double z) => Stable.Softplus(z);

    internal override double SecondIntegral(double z) => Stable.Softplus(z) - Stable.Logistic(z);
}
