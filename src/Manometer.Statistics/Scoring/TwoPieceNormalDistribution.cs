namespace Manometer.Statistics;

/// <summary>The two-piece normal distribution of the fan charts: two halves with different spread, joined at the mode (Fechner 1897; Wallis 2014).</summary>
/// <param name="mode">Mode.</param>
/// <param name="lowerScale">Scale below the mode, above 0.</param>
/// <param name="upperScale">Scale above the mode, above 0.</param>
/// <exception cref="ScoringException">A parameter is not finite, or a scale is not above 0.</exception>
public sealed class TwoPieceNormalDistribution(double mode, double lowerScale, double upperScale) : PredictiveDistribution
{
    private const double DensityAtZero = 0.39894228040143267794;

    /// <summary>Mode.</summary>
    public double Mode { get; } = Require.Finite(mode, "mode");

    /// <summary>Scale below the mode.</summary>
    public double LowerScale { get; } = Require.Positive(lowerScale, "lower scale");

    /// <summary>Scale above the mode.</summary>
    public double UpperScale { get; } = Require.Positive(upperScale, "upper scale");

    private double LowerWeight => LowerScale / (LowerScale + UpperScale);

    private double UpperWeight => UpperScale / (LowerScale + UpperScale);

    private protected override double CrpsOf(double y)
    {
        var d = y - Mode;
        var (below, above) = (2 * LowerWeight * LowerScale, 2 * UpperWeight * UpperScale);
        var partial = d <= 0
            ? -below * Normal.Density(d / LowerScale)
            : -below * DensityAtZero + above * (DensityAtZero - Normal.Density(d / UpperScale));
        return FromMeans(d, CdfOf(y), partial, DensityAtZero * (above - below), Half(below, LowerWeight) + Half(above, UpperWeight));
    }

    private protected override double LogScoreOf(double y)
    {
        var z = (y - Mode) / (y <= Mode ? LowerScale : UpperScale);
        return 0.5 * z * z - Elementary.Log(2 * DensityAtZero / (LowerScale + UpperScale));
    }

    private protected override double CdfOf(double x) => x <= Mode
        ? 2 * LowerWeight * Normal.Cdf((x - Mode) / LowerScale)
        : 1 - 2 * UpperWeight * Normal.Cdf((Mode - x) / UpperScale);

    // a half's share of half the mean difference: the integral of F - F^2 over it
    private static double Half(double twiceWeighted, double weight) => twiceWeighted * DensityAtZero - 2 * twiceWeighted * weight * (DensityAtZero - 0.5 / Stable.RootPi);
}
