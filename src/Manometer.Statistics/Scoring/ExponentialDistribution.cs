namespace Manometer.Statistics;

/// <summary>The exponential distribution as a forecast, with an optional point mass at its start ("it happens at once").</summary>
/// <param name="scale">Mean of the exponential part, above 0.</param>
/// <param name="start">Where it starts; default 0.</param>
/// <param name="mass">Probability of exactly the start, 0..1; default 0.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class ExponentialDistribution(double scale, double start = 0, double mass = 0) : PredictiveDistribution
{
    /// <summary>Mean of the exponential part.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    /// <summary>Where it starts.</summary>
    public double Start { get; } = Require.Finite(start, "start");

    /// <summary>Probability of exactly the start.</summary>
    public double Mass { get; } = Require.Probability(mass, "mass");

    private protected override double CrpsOf(double y)
    {
        var z = (y - Start) / Scale;
        var rest = 1 - Mass;
        return Scale * (Math.Abs(z) - (z > 0 ? 2 * rest * (1 - Elementary.Exp(-z)) : 0) + rest * rest / 2);
    }

    private protected override double LogScoreOf(double y) => y < Start ? double.PositiveInfinity
        : y == Start && Mass > 0 ? -Elementary.Log(Mass)
        : (y - Start) / Scale + Elementary.Log(Scale) - Elementary.Log(1 - Mass);

    private protected override double CdfOf(double x) => x < Start ? 0 : 1 - (1 - Mass) * Elementary.Exp(-(x - Start) / Scale);
}
