namespace Manometer.Statistics;

/// <summary>The lognormal distribution as a forecast of a positive number: the logarithm is normal.</summary>
/// <param name="logMean">Mean of the logarithm.</param>
/// <param name="logDeviation">Standard deviation of the logarithm, above 0.</param>
/// <exception cref="ScoringException">A parameter is not finite, or the deviation is not above 0.</exception>
public sealed class LognormalDistribution(double logMean, double logDeviation) : PredictiveDistribution
{
    private const double RootTwo = 1.4142135623730950488;

    /// <summary>Mean of the logarithm.</summary>
    public double LogMean { get; } = Require.Finite(logMean, "mean of the logarithm");

    /// <summary>Standard deviation of the logarithm.</summary>
    public double LogDeviation { get; } = Require.Positive(logDeviation, "deviation of the logarithm");

    /// <summary>The lognormal distribution that puts given probabilities below two values.</summary>
    /// <param name="low">Lower value, above 0.</param>
    /// <param name="probabilityLow">Probability of a value below it.</param>
    /// <param name="high">Higher value.</param>
    /// <param name="probabilityHigh">Probability of a value below it.</param>
    /// <exception cref="ScoringException">The values or the probabilities do not rise, or a value is not above 0.</exception>
    public static LognormalDistribution Through(double low, double probabilityLow, double high, double probabilityHigh)
    {
        Require.Rising([0, low, high], "value");
        Require.Rising([0, probabilityLow, probabilityHigh, 1], "probability");
        var (from, to) = (Normal.InverseCdf(probabilityLow), Normal.InverseCdf(probabilityHigh));
        var deviation = (Elementary.Log(high) - Elementary.Log(low)) / (to - from);
        return new LognormalDistribution(Elementary.Log(low) - from * deviation, deviation);
    }

    private protected override double CrpsOf(double y)
    {
        var mean = Elementary.Exp(LogMean + LogDeviation * LogDeviation / 2);
        var (cdf, partial) = (0.0, 0.0);
        if (y > 0)
        {
            var z = (Elementary.Log(y) - LogMean) / LogDeviation;
            (cdf, partial) = (Normal.Cdf(z), mean * Normal.Cdf(z - LogDeviation));
        }

        return FromMeans(y, cdf, partial, mean, mean * (2 * Normal.Cdf(LogDeviation / RootTwo) - 1));
    }

    private protected override double LogScoreOf(double y)
    {
        if (y <= 0)
            return double.PositiveInfinity;
        var log = Elementary.Log(y);
        var z = (log - LogMean) / LogDeviation;
        return 0.91893853320467274178 + Elementary.Log(LogDeviation) + log + 0.5 * z * z;
    }

    private protected override double CdfOf(double x) => x <= 0 ? 0 : Normal.Cdf((Elementary.Log(x) - LogMean) / LogDeviation);
}
