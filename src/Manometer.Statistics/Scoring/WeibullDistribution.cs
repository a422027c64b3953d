namespace Manometer.Statistics;

/// <summary>The Weibull distribution as a forecast of a positive number.</summary>
/// <param name="shape">Shape, at least 0.05: below, its mean is beyond 1e18 scales.</param>
/// <param name="scale">Scale, above 0.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class WeibullDistribution(double shape, double scale) : PredictiveDistribution
{
    /// <summary>Shape.</summary>
    public double Shape { get; } = Require.Finite(shape, "shape") >= 0.05 ? shape
        : throw new ScoringException(ScoringFault.Parameter, Require.Text($"The shape must be at least 0.05; it is {shape}."));

    /// <summary>Scale.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    private protected override double CrpsOf(double y)
    {
        var z = y / Scale;
        var power = z > 0 ? Stable.Power(z, Shape) : 0;
        var mean = Stable.Gamma(1 + 1 / Shape);
        return Scale * FromMeans(z, CdfOf(y), mean * IncompleteGamma.Lower(1 + 1 / Shape, power), mean, mean * (1 - Elementary.Exp(-Stable.LogTwo / Shape)));
    }

    private protected override double LogScoreOf(double y)
    {
        if (y < 0)
            return double.PositiveInfinity;
        var z = y / Scale;
        return Elementary.Log(Scale / Shape) + Stable.Power(z, Shape) - (Shape == 1 ? 0 : (Shape - 1) * Elementary.Log(z));
    }

    private protected override double CdfOf(double x) => x <= 0 ? 0 : 1 - Elementary.Exp(-Stable.Power(x / Scale, Shape));
}
