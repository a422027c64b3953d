namespace Manometer.Statistics;

/// <summary>The generalised Pareto distribution as a forecast of an excess over a threshold, with an optional point mass at the threshold.</summary>
/// <remarks>Closed form after Friederichs and Thorarinsdottir (2012).</remarks>
/// <param name="location">Threshold.</param>
/// <param name="scale">Scale, above 0.</param>
/// <param name="shape">Shape, below 1; 0 is the exponential distribution.</param>
/// <param name="mass">Probability of exactly the threshold; default 0.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class ParetoDistribution(double location, double scale, double shape, double mass = 0) : PredictiveDistribution
{
    /// <summary>Threshold.</summary>
    public double Location { get; } = Require.Finite(location, "location");

    /// <summary>Scale.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    /// <summary>Shape.</summary>
    public double Shape { get; } = Require.Below(shape, 1, "shape");

    /// <summary>Probability of exactly the threshold.</summary>
    public double Mass { get; } = Require.Probability(mass, "mass");

    private protected override double CrpsOf(double y)
    {
        var z = (y - Location) / Scale;
        var rest = 1 - Mass;
        var log = LogSurvival(z);
        return Scale * (Math.Abs(z) - 2 * rest / (1 - Shape) * (1 - Elementary.Exp((1 - Shape) * log)) + rest * rest / (2 - Shape));
    }

    private protected override double LogScoreOf(double y)
    {
        var z = (y - Location) / Scale;
        if (z < 0 || 1 + Shape * z < 0)
            return double.PositiveInfinity;
        if (z == 0 && Mass > 0)
            return -Elementary.Log(Mass);
        var log = LogSurvival(z);
        return double.IsNegativeInfinity(log)
            ? Shape == -1 ? Elementary.Log(Scale / (1 - Mass)) : Shape < -1 ? double.NegativeInfinity : double.PositiveInfinity
            : Elementary.Log(Scale / (1 - Mass)) - (1 + Shape) * log;
    }

    private protected override double CdfOf(double x) => x < Location ? 0 : 1 - (1 - Mass) * Elementary.Exp(LogSurvival((x - Location) / Scale));

    private double LogSurvival(double z)
    {
        if (z <= 0)
            return 0;
        if (Shape == 0)
            return -z;
        return 1 + Shape * z <= 0 ? double.NegativeInfinity : -Stable.LogOnePlus(Shape * z) / Shape;
    }
}
