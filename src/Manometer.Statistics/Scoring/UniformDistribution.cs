namespace Manometer.Statistics;

/// <summary>The uniform distribution as a forecast, with optional point masses at its ends.</summary>
/// <param name="lower">Lower end.</param>
/// <param name="upper">Upper end, above the lower.</param>
/// <param name="lowerMass">Probability of exactly the lower end; default 0.</param>
/// <param name="upperMass">Probability of exactly the upper end; default 0.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range, or the masses exceed 1.</exception>
public sealed class UniformDistribution(double lower, double upper, double lowerMass = 0, double upperMass = 0) : PredictiveDistribution
{
    /// <summary>Lower end.</summary>
    public double Lower { get; } = Require.Finite(lower, "lower end");

    /// <summary>Width of the interval.</summary>
    public double Width { get; } = Require.Positive(Require.Finite(upper, "upper end") - lower, "width of the interval");

    /// <summary>Probability of exactly the lower end.</summary>
    public double LowerMass { get; } = Require.Probability(lowerMass, "mass");

    /// <summary>Probability of exactly the upper end.</summary>
    public double UpperMass { get; } = Require.Probability(upperMass, "mass");

    private double Spread { get; } = Require.Probability(1 - lowerMass - upperMass, "rest beside the masses");

    private protected override double CrpsOf(double y)
    {
        var z = (y - Lower) / Width;
        var inside = Math.Clamp(z, 0, 1);
        return Width * (Math.Abs(z - inside) + Cube(LowerMass, LowerMass + Spread * inside, inside) + Cube(UpperMass, UpperMass + Spread * (1 - inside), 1 - inside));
    }

    private protected override double LogScoreOf(double y)
    {
        var z = (y - Lower) / Width;
        if (z is < 0 or > 1)
            return double.PositiveInfinity;
        if (z == 0 && LowerMass > 0)
            return -Elementary.Log(LowerMass);
        if (z == 1 && UpperMass > 0)
            return -Elementary.Log(UpperMass);
        return Elementary.Log(Width) - Elementary.Log(Spread);
    }

    private protected override double CdfOf(double x)
    {
        var z = (x - Lower) / Width;
        return z < 0 ? 0 : z >= 1 ? 1 : LowerMass + Spread * z;
    }

    // the integral of the square of a straight line over a length
    private static double Cube(double from, double to, double length) => (from * from + from * to + to * to) / 3 * length;
}
