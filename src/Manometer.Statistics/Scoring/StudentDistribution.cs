namespace Manometer.Statistics;

/// <summary>Student's t distribution as a forecast.</summary>
/// <param name="degrees">Degrees of freedom, above 1: with fewer there is no mean and no finite score.</param>
/// <param name="location">Centre; default 0.</param>
/// <param name="scale">Scale, above 0; default 1.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class StudentDistribution(double degrees, double location = 0, double scale = 1) : SymmetricDistribution(location, scale)
{
    private readonly double _logDensityAtZero = -Stable.LogBeta(0.5, degrees / 2) - 0.5 * Elementary.Log(degrees);
    private readonly double _difference = 2 * Math.Sqrt(degrees) / (degrees - 1) * Elementary.Exp(Stable.LogBeta(0.5, degrees - 0.5) - 2 * Stable.LogBeta(0.5, degrees / 2));

    /// <summary>Degrees of freedom.</summary>
    public double Degrees { get; } = Require.Finite(degrees, "degrees of freedom") > 1 ? degrees
        : throw new ScoringException(ScoringFault.NoMean, Require.Text($"Student's t needs more than 1 degree of freedom to have a mean; it has {degrees}."));

    internal override double StandardCdf(double z) => Distribution(z, Degrees);

    internal override double StandardLogDensity(double z) => _logDensityAtZero - (Degrees + 1) / 2 * Stable.LogOnePlus(z * z / Degrees);

    internal override double FirstIntegral(double z) => z * Distribution(z, Degrees) + Bend(z);

    // the last term: the integral of 2 f^2 (v + x^2) / (v - 1) is a t distribution of 2v - 1 degrees
    internal override double SecondIntegral(double z)
    {
        var cdf = Distribution(z, Degrees);
        var wide = 2 * Degrees - 1;
        return z * cdf * cdf + 2 * cdf * Bend(z) - _difference * Distribution(z * Math.Sqrt(wide / Degrees), wide);
    }

    private double Bend(double z) => Elementary.Exp(StandardLogDensity(z)) * (Degrees + z * z) / (Degrees - 1);

    private static double Distribution(double z, double degrees)
    {
        var square = z * z;
        if (square < degrees)
        {
            var half = Beta.Distribution(square / (degrees + square), 0.5, degrees / 2) / 2;
            return z >= 0 ? 0.5 + half : 0.5 - half;
        }

        var tail = double.IsInfinity(square) ? 0 : Beta.Distribution(degrees / (degrees + square), degrees / 2, 0.5) / 2;
        return z >= 0 ? 1 - tail : tail;
    }
}
