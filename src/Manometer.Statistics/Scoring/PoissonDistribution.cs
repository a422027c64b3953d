namespace Manometer.Statistics;

/// <summary>The Poisson distribution as a forecast of a count.</summary>
/// <remarks>Closed form of Wei and Held (2014) with scaled Bessel functions.</remarks>
/// <param name="mean">Mean, above 0.</param>
/// <exception cref="ScoringException">The mean is not finite or not above 0.</exception>
public sealed class PoissonDistribution(double mean) : PredictiveDistribution
{
    /// <summary>Mean.</summary>
    public double Mean { get; } = Require.Positive(mean, "mean");

    private protected override double CrpsOf(double y)
    {
        var whole = Math.Floor(y);
        var mass = whole < 0 ? 0 : Elementary.Exp(-LogScoreOf(whole));
        return (y - Mean) * (2 * CdfOf(y) - 1) + 2 * Mean * mass - Mean * (ScaledBessel.Zero(2 * Mean) + ScaledBessel.One(2 * Mean));
    }

    private protected override double LogScoreOf(double y) => y < 0 || y != Math.Floor(y) ? double.PositiveInfinity
        : Mean - y * Elementary.Log(Mean) + LogGamma.Of(y + 1);

    private protected override double CdfOf(double x) => x < 0 ? 0 : IncompleteGamma.Upper(Math.Floor(x) + 1, Mean);
}
