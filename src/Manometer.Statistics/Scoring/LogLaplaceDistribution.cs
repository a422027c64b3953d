namespace Manometer.Statistics;

/// <summary>The log-Laplace distribution as a forecast of a positive number: the logarithm is Laplace, the tails are power laws.</summary>
/// <param name="logLocation">Location of the logarithm; its exponential is the median.</param>
/// <param name="logScale">Scale of the logarithm, above 0 and below 1.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class LogLaplaceDistribution(double logLocation, double logScale) : PredictiveDistribution
{
    /// <summary>Location of the logarithm.</summary>
    public double LogLocation { get; } = Require.Finite(logLocation, "location of the logarithm");

    /// <summary>Scale of the logarithm.</summary>
    public double LogScale { get; } = Require.Below(Require.Positive(logScale, "scale of the logarithm"), 1, "scale of the logarithm");

    private protected override double CrpsOf(double y)
    {
        var unit = Elementary.Exp(LogLocation);
        var z = y / unit;
        var power = 1 / LogScale;
        var mean = 1 / (1 - LogScale * LogScale);
        var partial = z <= 0 ? 0 : z < 1 ? 0.5 * Stable.Power(z, power + 1) / (1 + LogScale) : mean - 0.5 * Stable.Power(z, 1 - power) / (1 - LogScale);
        var half = 0.5 / (power + 1) - 0.25 / (2 * power + 1) + 0.5 / (power - 1) - 0.25 / (2 * power - 1);
        return unit * FromMeans(z, CdfOf(y), partial, mean, half);
    }

    private protected override double LogScoreOf(double y)
    {
        if (y <= 0)
            return double.PositiveInfinity;
        var log = Elementary.Log(y);
        return log + Elementary.Log(2 * LogScale) + Math.Abs(log - LogLocation) / LogScale;
    }

    private protected override double CdfOf(double x)
    {
        if (x <= 0)
            return 0;
        var z = (Elementary.Log(x) - LogLocation) / LogScale;
        var half = Elementary.Exp(-Math.Abs(z)) / 2;
        return z < 0 ? half : 1 - half;
    }
}
