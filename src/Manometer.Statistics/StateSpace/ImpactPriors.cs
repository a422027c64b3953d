namespace Manometer.Statistics;

/// <summary>The priors of one estimate as the quadrature needs them: shape and rate of each variance, its upper limit as logarithm, and the constant.</summary>
internal sealed class ImpactPriors
{
    private readonly double[] _shapes = new double[4], _rates = new double[4], _caps = new double[4];

    public double ObservationRate { get; private set; }

    public double ObservationCap { get; private set; }

    /// <summary>The exponent of the noise precision: half the observations plus all shapes.</summary>
    public double I { get; private set; }

    public double Constant { get; private set; }

    public double Inclusion { get; private set; }

    public double Shape(int axis) => _shapes[axis];

    public double Rate(int axis) => _rates[axis];

    public double Cap(int axis) => _caps[axis];

    public void Fill(ImpactModel model, ImpactSeries series, in StateLayout layout)
    {
        var covariates = Math.Max(series.Columns - 1, 0);
        var observation = model.ObservationFor(covariates);
        ObservationRate = observation.Rate;
        ObservationCap = 2 * Elementary.Log(observation.UpperLimit);
        I = 0.5 * series.Observed + observation.Shape;
        Constant = -0.5 * series.Observed * 1.8378770664093454836 + Normaliser(observation);
        var axis = 0;
        Add(model.Level, ref axis);
        if (layout.Slope)
            Add(model.Slope, ref axis);
        if (layout.Season > 0)
            Add(model.Season, ref axis);
        if (layout.Dynamic > 0)
            Add(model.Coefficient, ref axis);
        Inclusion = series.Columns == 0 || model.Dynamic ? 1 : Math.Min(1, model.ExpectedColumns / series.Columns);
    }

    private void Add(SdPrior prior, ref int axis)
    {
        (_shapes[axis], _rates[axis], _caps[axis]) = (prior.Shape, prior.Rate, 2 * Elementary.Log(prior.UpperLimit));
        I += prior.Shape;
        Constant += Normaliser(prior);
        axis++;
    }

    // ln of b^a / Gamma(a) over the mass below the upper limit
    private static double Normaliser(SdPrior prior) =>
        prior.Shape * Elementary.Log(prior.Rate) - LogGamma.Of(prior.Shape) - Elementary.Log(UpperGamma(prior.Shape, prior.Rate / (prior.UpperLimit * prior.UpperLimit)));

    /// <summary>The upper regularised incomplete gamma function: series below a + 1, continued fraction above (DLMF 8.7.1, 8.9.2).</summary>
    internal static double UpperGamma(double a, double x)
    {
        if (!(x > 0))
            return 1;
        var front = a * Elementary.Log(x) - x - LogGamma.Of(a);
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; n < 10_000 && term > 1e-17 * sum; n++)
                sum += term *= x / (a + n);
            return Math.Max(1 - sum * Elementary.Exp(front), 1e-300);
        }
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 10_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16)
                break;
        }
        return Math.Max(h * Elementary.Exp(front), 1e-300);
    }
}
