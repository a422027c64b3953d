namespace Manometer.Statistics;

/// <summary>The generalised extreme value distribution as a forecast of a maximum: Gumbel at shape 0, Frechet above, reversed Weibull below.</summary>
/// <remarks>Closed form after Friederichs and Thorarinsdottir (2012), with the mean difference from the second L-moment (Hosking 1990). It divides by the shape; for shapes within 0.001 of 0 the score is interpolated between shapes of +-0.001 and +-0.002, which errs by less than 1e-11 scales.</remarks>
/// <param name="location">Location.</param>
/// <param name="scale">Scale, above 0.</param>
/// <param name="shape">Shape, above -20 and below 1.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class ExtremeValueDistribution(double location, double scale, double shape) : PredictiveDistribution
{
    private const double Near = 1e-3;

    /// <summary>Location.</summary>
    public double Location { get; } = Require.Finite(location, "location");

    /// <summary>Scale.</summary>
    public double Scale { get; } = Require.Positive(scale, "scale");

    /// <summary>Shape.</summary>
    public double Shape { get; } = Require.Below(shape, 1, "shape") > -20 ? shape : throw new ScoringException(ScoringFault.Parameter, "The shape must be above -20.");

    private protected override double CrpsOf(double y)
    {
        var z = (y - Location) / Scale;
        if (Math.Abs(Shape) >= Near)
            return Scale * Standard(z, Shape);
        var (sum, x) = (0.0, Shape / Near);
        ReadOnlySpan<double> nodes = [-2, -1, 1, 2];
        foreach (var node in nodes)
        {
            var weight = 1.0;
            foreach (var other in nodes)
                if (other != node)
                    weight *= (x - other) / (node - other);
            sum += weight * Standard(z, node * Near);
        }

        return Scale * sum;
    }

    private protected override double LogScoreOf(double y)
    {
        var z = (y - Location) / Scale;
        var minusLog = MinusLogCdf(z, Shape, out var log);
        return minusLog is 0 or double.PositiveInfinity ? double.PositiveInfinity : Elementary.Log(Scale) + minusLog - (1 + Shape) * log;
    }

    private protected override double CdfOf(double x) => Elementary.Exp(-MinusLogCdf((x - Location) / Scale, Shape, out _));

    private static double Standard(double z, double shape)
    {
        var t = MinusLogCdf(z, shape, out _);
        var (cdf, gamma) = (Elementary.Exp(-t), Stable.Gamma(1 - shape));
        var partial = (gamma * IncompleteGamma.Upper(1 - shape, t) - cdf) / shape;
        return FromMeans(z, cdf, partial, (gamma - 1) / shape, gamma * (Elementary.Exp(shape * Stable.LogTwo) - 1) / shape);
    }

    // t = (1 + shape z)^(-1 / shape), and its logarithm
    private static double MinusLogCdf(double z, double shape, out double log)
    {
        var inside = 1 + shape * z;
        if (inside <= 0)
        {
            log = shape > 0 ? double.PositiveInfinity : double.NegativeInfinity;
            return shape > 0 ? double.PositiveInfinity : 0;
        }

        log = shape == 0 ? -z : -Stable.LogOnePlus(shape * z) / shape;
        return Elementary.Exp(log);
    }
}
