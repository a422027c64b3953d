namespace Manometer.Statistics;

/// <summary>The log-logistic (Fisk) distribution as a forecast of a positive number: the logarithm is logistic.</summary>
/// <param name="logLocation">Location of the logarithm; its exponential is the median.</param>
/// <param name="logScale">Scale of the logarithm, above 0 and below 1.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class LogLogisticDistribution(double logLocation, double logScale) : PredictiveDistribution
{
    /// <summary>Location of the logarithm.</summary>
    public double LogLocation { get; } = Require.Finite(logLocation, "location of the logarithm");

    /// <summary>Scale of the logarithm.</summary>
    public double LogScale { get; } = Require.Below(Require.Positive(logScale, "scale of the logarithm"), 1, "scale of the logarithm");

    private protected override double CrpsOf(double y)
    {
        var unit = Elementary.Exp(LogLocation);
        var mean = Elementary.Exp(Stable.LogBeta(1 + LogScale, 1 - LogScale));
        var cdf = CdfOf(y);
        return unit * FromMeans(y / unit, cdf, mean * Beta.Distribution(cdf, 1 + LogScale, 1 - LogScale), mean, mean * LogScale);
    }

    private protected override double LogScoreOf(double y)
    {
        if (y <= 0)
            return double.PositiveInfinity;
        var log = Elementary.Log(y);
        var z = Math.Abs(log - LogLocation) / LogScale;
        return log + Elementary.Log(LogScale) + z + 2 * Stable.LogOnePlus(Elementary.Exp(-z));
    }

    private protected override double CdfOf(double x) => x <= 0 ? 0 : Stable.Logistic((Elementary.Log(x) - LogLocation) / LogScale);
}
