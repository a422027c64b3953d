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

    /// <summary>The true date's effect set beside those at every false date before it that leaves 20 rows or three seasons before and, within the rows before, as many rows after and as wide a gap.</summary>
    /// <param name="y">As in <see cref="Fit"/>.</param>
    /// <param name="x">As in <see cref="Fit"/>.</param>
    /// <param name="covariates">As in <see cref="Fit"/>.</param>
    /// <param name="periods">Rows before and after the true date.</param>
    /// <param name="most">The most false dates; where there are more, every second, third .. back from the last.</param>
    /// <exception cref="ImpactException">The true date cannot be estimated; the code says why. A false date that cannot be is left out.</exception>
    public ImpactPlacebos Placebos(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods, int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var score = Score(y, x, covariates, periods, out _);
        var gap = periods.PostStart - periods.PreEnd;
        var horizon = periods.PostEnd - periods.PostStart;
        var least = (int)Math.Min(Math.Max(20, 3L * Model.Seasons * Model.SeasonLength), int.MaxValue / 2);
        var placebos = new List<ImpactPlacebo>();
        var (first, end) = (periods.PreStart + least - 1, periods.PreEnd - gap - horizon);
        var step = (int)((end - (long)first) / most) + 1;
        for (var last = end < first ? end + 1 : end - (end - first) / step * step; last <= end; last += step)
        {
            try
            {
                var one = Score(y, x, covariates, new(periods.PreStart, last, last + gap, last + gap + horizon), out var effect);
                placebos.Add(new(last + gap, effect, one));
            }
            catch (ImpactException)
            {
                // a stretch without values or variation says nothing
            }
        }
        var rank = 1 + placebos.Count(one => one.Score >= score);
        var (windows, larger, free) = (0, 0, long.MaxValue);
        for (var i = placebos.Count - 1; i >= 0; i--)
            if (placebos[i].Row + horizon < free)
            {
                windows++;
                larger += placebos[i].Score >= score ? 1 : 0;
                free = placebos[i].Row;
            }
        return new(score, placebos, rank, (double)rank / (1 + placebos.Count), windows, (1.0 + larger) / (1 + windows));
    }

    private double Score(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods, out double effect)
    {
        _engine.Fit(Model, y, x, covariates, periods);
        var difference = _engine.Forecast.TotalActual / _engine.Forecast.Count - _engine.Mixture.Mean;
        effect = difference * _engine.Series.Sd;
        return Math.Abs(difference) / _engine.Mixture.Sd;
    }
}
