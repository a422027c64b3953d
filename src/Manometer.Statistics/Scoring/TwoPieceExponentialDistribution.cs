namespace Manometer.Statistics;

/// <summary>The two-piece exponential (asymmetric Laplace) distribution; with equal scales, the Laplace distribution.</summary>
/// <param name="mode">Mode.</param>
/// <param name="lowerScale">Scale below the mode, above 0.</param>
/// <param name="upperScale">Scale above the mode, above 0.</param>
/// <exception cref="ScoringException">A parameter is not finite, or a scale is not above 0.</exception>
public sealed class TwoPieceExponentialDistribution(double mode, double lowerScale, double upperScale) : PredictiveDistribution
{
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
        var (below, above) = (LowerWeight * LowerScale, UpperWeight * UpperScale);
        var partial = d <= 0
            ? LowerWeight * (d - LowerScale) * Elementary.Exp(d / LowerScale)
            : -below + UpperWeight * (UpperScale - (d + UpperScale) * Elementary.Exp(-d / UpperScale));
        return FromMeans(d, CdfOf(y), partial, above - below, below - below * LowerWeight / 2 + above - above * UpperWeight / 2);
    }

    private protected override double LogScoreOf(double y) => Elementary.Log(LowerScale + UpperScale) + (y <= Mode ? (Mode - y) / LowerScale : (y - Mode) / UpperScale);

    private protected override double CdfOf(double x) => x <= Mode
        ? LowerWeight * Elementary.Exp((x - Mode) / LowerScale)
        : 1 - UpperWeight * Elementary.Exp((Mode - x) / UpperScale);
}
