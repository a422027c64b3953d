namespace Manometer.Statistics;

/// <summary>The Laplace (double exponential) distribution as a forecast.</summary>
/// <param name="location">Centre.</param>
/// <param name="scale">Scale, above 0: the mean absolute deviation.</param>
/// <exception cref="ScoringException">A parameter is not finite, or the scale is not above 0.</exception>
public sealed class LaplaceDistribution(double location, double scale) : PredictiveDistribution
{
    /// <summary>Centre.</summary>
    public double Location { get; } = Require.Finite(location, "location");

    /// <summary>Scale.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    private protected override double CrpsOf(double y)
    {
        var z = Math.Abs(y - Location) / Scale;
        return Scale * (z + Elementary.Exp(-z) - 0.75);
    }

    private protected override double LogScoreOf(double y) => Math.Abs(y - Location) / Scale + Elementary.Log(2 * Scale);

    private protected override double CdfOf(double x)
    {
        var half = Elementary.Exp(-Math.Abs(x - Location) / Scale) / 2;
        return x < Location ? half : 1 - half;
    }
}
