namespace Manometer.Statistics;

/// <summary>A family that is symmetric about its location: normal, logistic, Student's t.</summary>
public abstract class SymmetricDistribution : PredictiveDistribution
{
    private protected SymmetricDistribution(double location, double scale)
    {
        Location = Require.Finite(location, "location");
        Scale = Require.Positive(scale, "scale");
    }

    /// <summary>Centre, in the unit of the outcome.</summary>
    public double Location { get; }

    /// <summary>Scale, above 0, in the unit of the outcome.</summary>
    public double Scale { get; }

    /// <summary>The same distribution given that the value lies between two bounds; either may be infinite.</summary>
    /// <exception cref="ScoringException">The bounds are in the wrong order, or hold less than a thousandth of the distribution.</exception>
    public BoundedDistribution Truncated(double lower, double upper) => new(this, lower, upper, BoundaryRule.Truncated);

    /// <summary>The same distribution with everything beyond a bound gathered on the bound; either may be infinite.</summary>
    /// <exception cref="ScoringException">The bounds are in the wrong order.</exception>
    public BoundedDistribution Censored(double lower, double upper) => new(this, lower, upper, BoundaryRule.Censored);

    // of the standard form: distribution function, logarithm of the density, and the integrals of F and F^2 from minus infinity
    internal abstract double StandardCdf(double z);

    internal abstract double StandardLogDensity(double z);

    internal abstract double FirstIntegral(double z);

    internal abstract double SecondIntegral(double z);

    private protected override double CrpsOf(double y)
    {
        var z = (y - Location) / Scale;
        return Scale * (SecondIntegral(z) + SecondIntegral(-z));
    }

    private protected override double LogScoreOf(double y) => Elementary.Log(Scale) - StandardLogDensity((y - Location) / Scale);

    private protected override double CdfOf(double x) => StandardCdf((x - Location) / Scale);
}
