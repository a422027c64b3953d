namespace Manometer.Statistics;

/// <summary>The gamma distribution as a forecast of a positive number.</summary>
/// <param name="shape">Shape, above 0.</param>
/// <param name="scale">Scale, above 0; the mean is shape times scale.</param>
/// <exception cref="ScoringException">A parameter is not finite or not above 0.</exception>
public sealed class GammaDistribution(double shape, double scale) : PredictiveDistribution
{
    /// <summary>Shape.</summary>
    public double Shape { get; } = Require.Positive(shape, "shape");

    /// <summary>Scale.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    private protected override double CrpsOf(double y)
    {
        var z = y / Scale;
        return Scale * FromMeans(z, IncompleteGamma.Lower(Shape, z), Shape * IncompleteGamma.Lower(Shape + 1, z), Shape, Elementary.Exp(-Stable.LogBeta(0.5, Shape)));
    }

    private protected override double LogScoreOf(double y) => y < 0 ? double.PositiveInfinity
        : LogGamma.Of(Shape) + Elementary.Log(Scale) + y / Scale - (Shape == 1 ? 0 : (Shape - 1) * Elementary.Log(y / Scale));

    private protected override double CdfOf(double x) => IncompleteGamma.Lower(Shape, x / Scale);
}
