namespace Manometer.Statistics;

/// <summary>The beta distribution as a forecast, on 0..1 or on another interval.</summary>
/// <param name="first">First shape, above 0.</param>
/// <param name="second">Second shape, above 0.</param>
/// <param name="lower">Lower end; default 0.</param>
/// <param name="upper">Upper end, above the lower; default 1.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class BetaDistribution(double first, double second, double lower = 0, double upper = 1) : PredictiveDistribution
{
    /// <summary>First shape.</summary>
    public double First { get; } = Require.Positive(first, "first shape");

    /// <summary>Second shape.</summary>
    public double Second { get; } = Require.Positive(second, "second shape");

    /// <summary>Lower end.</summary>
    public double Lower { get; } = Require.Finite(lower, "lower end");

    /// <summary>Width of the interval.</summary>
    public double Width { get; } = Require.Positive(upper - lower, "width of the interval");

    private protected override double CrpsOf(double y)
    {
        var z = (y - Lower) / Width;
        var mean = First / (First + Second);
        var inside = Math.Clamp(z, 0, 1);
        var half = 2 / (First + Second) * Elementary.Exp(Stable.LogBeta(2 * First, 2 * Second) - 2 * Stable.LogBeta(First, Second));
        return Width * FromMeans(z, Beta.Distribution(inside, First, Second), mean * Beta.Distribution(inside, First + 1, Second), mean, half);
    }

    private protected override double LogScoreOf(double y)
    {
        var z = (y - Lower) / Width;
        if (z is < 0 or > 1)
            return double.PositiveInfinity;
        return Stable.LogBeta(First, Second) + Elementary.Log(Width) - Term(First - 1, z) - Term(Second - 1, 1 - z);
    }

    private protected override double CdfOf(double x) => Beta.Distribution(Math.Clamp((x - Lower) / Width, 0, 1), First, Second);

    // at an end of the interval a density with shape 1 is finite
    private static double Term(double power, double z) => power == 0 ? 0 : power * Elementary.Log(z);
}
