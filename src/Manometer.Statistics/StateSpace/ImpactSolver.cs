namespace Manometer.Statistics;

/// <summary>Estimates what an intervention did to a series, by a structural time series integrated exactly. Keeps its scratch memory: after a first fit of a size, further fits allocate nothing. Not for several threads at once.</summary>
public sealed class ImpactSolver
{
    private readonly ImpactEngine _engine = new();

    /// <summary>Parts of the model and priors.</summary>
    public ImpactModel Model { get; set; } = new();

    internal ImpactEngine Engine => _engine;

    /// <summary>Fits the rows before and compares the rows after with what they would have been.</summary>
    /// <param name="y">The response at even steps; NaN where missing.</param>
    /// <param name="x">The covariates, one after the other, each as long as the response.</param>
    /// <param name="covariates">Number of covariates, 0 to 200.</param>
    /// <param name="periods">Rows before and after.</param>
    /// <exception cref="ImpactException">The input cannot be used; the code says why.</exception>
    public ImpactSummary Fit(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods)
    {
        _engine.Fit(Model, y, x, covariates, periods);
        var (series, mixture) = (_engine.Series, _engine.Mixture);
        var count = _engine.Forecast.Count;
        var lower = mixture.Quantile(Model.Alpha / 2, out _);
        var upper = mixture.Quantile(1 - Model.Alpha / 2, out _);
        var actual = _engine.Forecast.TotalActual / count;
        var (below, above) = mixture.Tails(actual);
        var (mean, sd) = (series.Mean, series.Sd);
        return new(
            Rows: count,
            Actual: mean + sd * actual,
            Predicted: mean + sd * mixture.Mean,
            Sd: sd * mixture.Sd,
            PredictedLower: mean + sd * lower,
            PredictedUpper: mean + sd * upper,
            TailArea: Math.Min(below, above),
            Warnings: _engine.Warnings);
    }
}
