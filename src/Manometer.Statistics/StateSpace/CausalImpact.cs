namespace Manometer.Statistics;

/// <summary>What did an intervention do to a series? Compares it with what a structural time series, fitted to the rows before and to covariates the intervention did not move, says it would have been (Brodersen et al. 2015).</summary>
/// <remarks>
/// The posterior is integrated, not sampled: the same data give the same bits. Each call returns a new value, so a half-built estimate can be kept and branched.
/// <code>
/// var result = CausalImpact.Of(sales).With("weather", weather).Before(0, 69).After(70, 99).Estimate();
/// Console.WriteLine($"{result.Average.Effect} [{result.Average.Lower}, {result.Average.Upper}]");
/// </code>
/// </remarks>
public sealed record CausalImpact
{
    private const int Batch = 16;

    private readonly double[] _y;
    private readonly (string Name, double[] Values)[] _covariates = [];
    private (int First, int Last)? _before, _after;
    private ImpactModel _model = new();

    private CausalImpact(double[] y) => _y = y;

    /// <summary>Starts with the response at even steps; NaN where missing.</summary>
    public static CausalImpact Of(IEnumerable<double> y)
    {
        ArgumentNullException.ThrowIfNull(y);
        return new([.. y]);
    }

    /// <summary>Adds a covariate, one value a row.</summary>
    public CausalImpact With(params IReadOnlyList<double> x) => With($"x{_covariates.Length + 1}", x);

    /// <summary>Adds a named covariate, one value a row. Only a <see cref="CovariateRole.Control"/> is taken.</summary>
    /// <exception cref="ImpactException">ROLE_FORBIDDEN, or SHAPE when it has another length than the response.</exception>
    public CausalImpact With(string name, IReadOnlyList<double> x, CovariateRole role = CovariateRole.Control)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(x);
        if (role != CovariateRole.Control)
            throw new ImpactException(ImpactFault.RoleForbidden, $"{name} is {(role == CovariateRole.Mediator ? "a way the intervention works by" : "itself moved by the intervention")}; as covariate it would explain the effect away. Leave it out.");
        if (x.Count != _y.Length)
            throw new ImpactException(ImpactFault.Shape, $"{name} has {x.Count} rows, the response {_y.Length}.");
        return new CausalImpact(this, [.. _covariates, (name, [.. x])]);
    }

    private CausalImpact(CausalImpact other, (string, double[])[] covariates) : this(other) => _covariates = covariates;

    /// <summary>The first and last row before the intervention.</summary>
    public CausalImpact Before(int first, int last) => this with { _before = (first, last) };

    /// <summary>The first and last row after it. Rows between are a gap. Without this, all rows after the last row before.</summary>
    public CausalImpact After(int first, int last) => this with { _after = (first, last) };

    /// <summary>Adds a season of <paramref name="seasons"/> parts, each of <paramref name="length"/> rows.</summary>
    public CausalImpact Season(int seasons, int length = 1) => this with { _model = _model with { Seasons = seasons, SeasonLength = length } };

    /// <summary>Lets the level have a slope that wanders. Not calm is the prior of bsts, with which long forecasts explode.</summary>
    public CausalImpact Trend(bool calm = true) => this with { _model = _model with { Trend = true, Slope = new(0.01, calm ? 32 : 0.01, 1) } };

    /// <summary>Lets the coefficients wander.</summary>
    public CausalImpact Dynamic() => this with { _model = _model with { Dynamic = true } };

    /// <summary>The guess of the level's step, in standard deviations of the response before. Default .01.</summary>
    public CausalImpact LevelSd(double guess) => this with { _model = _model with { Level = _model.Level with { Guess = guess } } };

    /// <summary>The probability left outside intervals. Default .05.</summary>
    public CausalImpact Alpha(double alpha) => this with { _model = _model with { Alpha = alpha } };

    /// <summary>Any other change of the model and its priors.</summary>
    public CausalImpact Model(Func<ImpactModel, ImpactModel> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { _model = change(_model) };
    }

    /// <summary>Fits and compares.</summary>
    /// <exception cref="ImpactException">The input cannot be used; the code says why.</exception>
    public ImpactResult Estimate()
    {
        var periods = Periods();
        var solver = new ImpactSolver { Model = _model };
        var summary = solver.Fit(_y, Flat(), _covariates.Length, periods);
        return Report(solver.Engine, summary, periods);
    }

    /// <summary>The same at every false date before the intervention that leaves 20 rows or three seasons before it and the same number of rows after it within the rows before.</summary>
    /// <remarks>Each false date's z = effect / sd is compared in size with the true one's.</remarks>
    /// <param name="most">The most false dates; where there are more, every second, third .. back from the last.</param>
    /// <exception cref="ImpactException">The input cannot be used; the code says why.</exception>
    public ImpactPlacebos Placebos(int most = 1000)
    {
        var periods = Periods();
        var solver = new ImpactSolver { Model = _model };
        return solver.Placebos(_y, Flat(), _covariates.Length, periods, most);
    }

    /// <summary>The average effect with the level's step guessed as .01, .03 and .1 standard deviations.</summary>
    /// <exception cref="ImpactException">The input cannot be used; the code says why.</exception>
    public IReadOnlyList<ImpactSensitivity> Sensitivity()
    {
        var periods = Periods();
        var results = new List<ImpactSensitivity>();
        foreach (var guess in new[] { 0.01, 0.03, 0.1 })
        {
            var solver = new ImpactSolver { Model = _model with { Level = _model.Level with { Guess = guess } } };
            var summary = solver.Fit(_y, Flat(), _covariates.Length, periods);
            results.Add(new(guess, Average(summary), summary.TailArea, solver.Engine.LogEvidence));
        }
        return results;
    }

    private ImpactPeriods Periods()
    {
        if (_before is not { } before)
            throw new ImpactException(ImpactFault.Periods, "Say which rows are before the intervention.");
        var after = _after ?? (before.Last + 1, _y.Length - 1);
        return new(before.First, before.Last, after.First, after.Last);
    }

    private double[] Flat()
    {
        var flat = new double[_covariates.Length * _y.Length];
        for (var j = 0; j < _covariates.Length; j++)
            _covariates[j].Values.CopyTo(flat, j * _y.Length);
        return flat;
    }

    private static ImpactEstimate Average(ImpactSummary one) => new(one.Actual, one.Predicted, one.Effect, one.Sd, one.Lower, one.Upper);

    private ImpactResult Report(ImpactEngine engine, ImpactSummary summary, ImpactPeriods periods)
    {
        var rows = summary.Rows;
        var series = engine.Series;
        var average = Average(summary);
        var relative = Relative(engine, summary, out var relativeMean);
        var seen = series.Seen;
        var missing = seen.Count(false);
        var (columns, parts) = Parts(engine);
        return new()
        {
            Average = average,
            Cumulative = new(rows * average.Actual, rows * average.Predicted, rows * average.Effect, rows * average.Sd, rows * average.Lower, rows * average.Upper),
            Relative = relative,
            RelativeMean = relativeMean,
            TailArea = summary.TailArea,
            Alpha = _model.Alpha,
            Periods = periods with { PreStart = series.Start },
            RowsBefore = series.Observed,
            MissingBefore = missing + series.Start - periods.PreStart,
            GapRows = periods.PostStart - periods.PreEnd - 1,
            RowsAfter = rows,
            MissingAfter = periods.PostEnd - periods.PostStart + 1 - rows,
            Points = Points(engine),
            Parts = parts,
            Columns = columns,
            Noises = Noises(engine),
            LogEvidence = engine.LogEvidence,
            Models = engine.Models,
            Captured = engine.Sampled ? null : engine.Captured,
            MonteCarloError = engine.MonteCarloError * series.Sd,
            Warnings = summary.Warnings | (relative is null ? ImpactWarnings.RelativeUndefined : ImpactWarnings.None),
        };
    }

    // actual/Y is monotone in Y where Y keeps its sign, so its quantiles are those of Y.
    private static ImpactEstimate? Relative(ImpactEngine engine, ImpactSummary summary, out double? mean)
    {
        var series = engine.Series;
        var (below, above) = engine.Mixture.Tails(-series.Mean / series.Sd);
        mean = null;
        if (!((summary.Predicted > 0 ? below : above) < 1e-6) || summary.Predicted == 0)
            return null;
        var (first, second) = engine.Mixture.Inverse(series.Mean / series.Sd);
        var scaled = summary.Actual / series.Sd;
        mean = scaled * first - 1;
        var sd = Math.Abs(scaled) * Math.Sqrt(Math.Max(second - first * first, 0));
        var (a, b) = (summary.Actual / summary.PredictedUpper - 1, summary.Actual / summary.PredictedLower - 1);
        var effect = summary.Actual / summary.Predicted - 1;
        return double.IsFinite(a) && double.IsFinite(b) && double.IsFinite(sd) ? new(summary.Actual, summary.Predicted, effect, sd, Math.Min(a, b), Math.Max(a, b)) : null;
    }

    private List<ImpactPoint> Points(ImpactEngine engine)
    {
        var (series, forecast) = (engine.Series, engine.Forecast);
        var stride = forecast.Stride;
        var functions = new double[2 * Batch * stride];
        var mixtures = new GaussianMixture[2 * Batch];
        for (var i = 0; i < mixtures.Length; i++)
            mixtures[i] = new();
        var points = new List<ImpactPoint>();
        forecast.Begin(series, engine.Layout);
        for (var first = series.PostStart; first < series.Rows; first += Batch)
        {
            var count = Math.Min(Batch, series.Rows - first);
            var sums = new (int Count, double Actual)[count];
            for (var i = 0; i < count; i++)
            {
                forecast.Reach(series, first + i);
                forecast.Row.CopyTo(functions.AsSpan(2 * i * stride));
                (forecast.Count > 0 ? forecast.Total : forecast.Row).CopyTo(functions.AsSpan((2 * i + 1) * stride));
                sums[i] = (forecast.Count, forecast.TotalActual);
            }
            engine.Predict(functions, mixtures.AsSpan(0, 2 * count));
            for (var i = 0; i < count; i++)
                points.Add(Point(series, first + i, mixtures[2 * i], mixtures[2 * i + 1], sums[i]));
        }
        return points;
    }

    private ImpactPoint Point(ImpactSeries series, int row, GaussianMixture one, GaussianMixture sum, (int Count, double Actual) total)
    {
        var (mean, sd, alpha) = (series.Mean, series.Sd, _model.Alpha);
        var y = series.Y[row];
        var (low, high) = (mean + sd * one.Quantile(alpha / 2, out _), mean + sd * one.Quantile(1 - alpha / 2, out _));
        var (sumLow, sumHigh, sumMean) = total.Count == 0 ? (0.0, 0.0, 0.0)
            : (sd * (total.Actual - sum.Quantile(1 - alpha / 2, out _)), sd * (total.Actual - sum.Quantile(alpha / 2, out _)), sd * (total.Actual - sum.Mean));
        return new(series.Start + row, double.IsNaN(y) ? null : _y[series.Start + row], mean + sd * one.Mean, low, high, sumMean, sumLow, sumHigh);
    }

    private (List<ImpactColumn> Columns, List<ImpactPart> Parts) Parts(ImpactEngine engine)
    {
        var series = engine.Series;
        var coefficients = new double[series.Alive];
        var parts = new double[3 * series.Rows];
        engine.Decompose(coefficients, parts);
        var columns = new List<ImpactColumn>();
        for (var j = 0; j < series.Columns; j++)
        {
            var place = series.PlaceOf(j);
            columns.Add(new(j == 0 ? "(constant)" : _covariates[j - 1].Name, engine.Priors.Inclusion, place < 0 ? 0 : engine.Inclusion[place], place < 0 ? 0 : coefficients[place] * series.Sd / series.SdOf(j)));
        }
        var rows = new List<ImpactPart>(series.Rows);
        for (var t = 0; t < series.Rows; t++)
            rows.Add(new(series.Start + t, series.Mean + series.Sd * parts[3 * t], series.Sd * parts[3 * t + 1], series.Sd * parts[3 * t + 2]));
        return (columns, rows);
    }

    private List<ImpactNoise> Noises(ImpactEngine engine)
    {
        var sd = engine.Series.Sd;
        var noises = new List<ImpactNoise>
        {
            new("observation", sd * _model.ObservationFor(_covariates.Length).Guess, sd * engine.ObservationSd),
            new("level", sd * _model.Level.Guess, sd * engine.AxisSds[0]),
        };
        var layout = engine.Layout;
        if (layout.Slope)
            noises.Add(new("slope", sd * _model.Slope.Guess, sd * engine.AxisSds[1]));
        if (layout.Season > 0)
            noises.Add(new("season", sd * _model.Season.Guess, sd * engine.AxisSds[layout.SeasonAxis]));
        if (layout.Dynamic > 0)
            noises.Add(new("coefficient", sd * _model.Coefficient.Guess, sd * engine.AxisSds[layout.DynamicAxis]));
        return noises;
    }
}
