namespace Manometer.Statistics;

/// <summary>A sparse series of uneven dates, and what may have moved it: <c>InterruptedSeries.Of(points).With(new Intervention(t)).Fit()</c>. Immutable.</summary>
/// <remarks>
/// An interrupted time series in continuous time: y = level + place + sum of effects times their onset + noise. Effects, places, level and variances are integrated, none is estimated first.
/// Made for 20 to 60 points; takes up to <see cref="MostPoints"/>.
/// </remarks>
public sealed class InterruptedSeries
{
    private static readonly double[] LevelGuesses = [0.01, 0.1, 0.3];

    /// <summary>Points taken at most.</summary>
    public const int MostPoints = 2_000;

    /// <summary>Points up to which a counterfactual is drawn; it takes time in their cube.</summary>
    public const int MostCounterfactualPoints = 200;

    internal const double PlaceboDistance = 3;
    private const int PlaceboBefore = 6;
    private const int PlaceboAfter = 4;

    private readonly TimedValue[] _points;
    private Intervention[] _interventions = [];
    private InterruptedModel _model = new();

    private InterruptedSeries(TimedValue[] points) => _points = points;

    /// <summary>The points in order of time.</summary>
    public IReadOnlyList<TimedValue> Points => _points;

    /// <summary>The interventions, in the order they were given.</summary>
    public IReadOnlyList<Intervention> Interventions => _interventions;

    /// <summary>A series of points in any order; several may share a time.</summary>
    /// <exception cref="InterruptedException">A number is none; a count or range is impossible; all values are equal; too many points.</exception>
    public static InterruptedSeries Of(params IEnumerable<TimedValue> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        // a total order, so that the sums of a fit do not depend on the order the points came in
        var sorted = points.OrderBy(one => one.Time).ThenBy(one => one.Place).ThenBy(one => one.Value).ThenBy(one => one.Count).ThenBy(one => one.Range).ToArray();
        foreach (var one in sorted)
            if (!double.IsFinite(one.Time) || !double.IsFinite(one.Value) || !(one.Count > 0 && double.IsFinite(one.Count)) || !(one.Range >= 0 && double.IsFinite(one.Range)))
                throw new InterruptedException(InterruptedFault.NotFinite, "Every point has a finite time and value, a count above 0 and a range of 0 or more. Leave out what is missing; nothing is filled in.");
        if (sorted.Length > MostPoints)
            throw new InterruptedException(InterruptedFault.TooMany, $"A sparse series has at most {MostPoints} points; gather them into months, or use the engine for regular series.");
        if (sorted.Length > 1 && sorted.All(one => one.Value == sorted[0].Value))
            throw new InterruptedException(InterruptedFault.Constant, "All values are equal: there is no noise to measure a change against.");
        return new InterruptedSeries(sorted);
    }

    /// <summary>The same with these interventions instead.</summary>
    public InterruptedSeries With(params IReadOnlyList<Intervention> interventions)
    {
        ArgumentNullException.ThrowIfNull(interventions);
        return new InterruptedSeries(_points) { _interventions = [.. interventions], _model = _model };
    }

    /// <summary>The same with these priors instead.</summary>
    public InterruptedSeries WithModel(InterruptedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Check();
        return new InterruptedSeries(_points) { _interventions = _interventions, _model = model };
    }

    /// <summary>The posterior of all effects together.</summary>
    /// <exception cref="InterruptedException">No intervention, two that cannot be told apart, or too few points on a side of one.</exception>
    public InterruptedFit Fit()
    {
        Check();
        var (_, mixture, evidence, scale, _) = Integrate(_interventions);
        return new InterruptedFit
        {
            Effects = [.. _interventions.Select((_, j) => Describe(mixture, j, scale))],
            LogEvidence = evidence - _points.Length * Elementary.Log(scale),
            Points = _points.Length,
            Times = Times().Count,
            Places = Places().Length,
            Scale = scale,
        };
    }

    /// <summary>The level without the effects of the interventions, averaged over places: before them what was, after them what would have been.</summary>
    /// <param name="times">Times in months, in any order.</param>
    /// <exception cref="InterruptedException">As for <see cref="Fit"/>; or more than <see cref="MostCounterfactualPoints"/> points.</exception>
    public IReadOnlyList<CounterfactualPoint> Counterfactual(params ReadOnlySpan<double> times)
    {
        Check();
        if (_points.Length > MostCounterfactualPoints)
            throw new InterruptedException(InterruptedFault.TooMany, $"A counterfactual is drawn for at most {MostCounterfactualPoints} points.");
        foreach (var time in times)
            if (!double.IsFinite(time))
                throw new InterruptedException(InterruptedFault.NotFinite, "A time is a finite number of months.");
        var (engine, mixture, _, scale, origin) = Integrate(_interventions);
        var level = engine.Level(mixture, times);
        var tail = 0.5 * (1 - _model.Probability);
        var drawn = new CounterfactualPoint[times.Length];
        for (var j = 0; j < drawn.Length; j++)
            drawn[j] = new CounterfactualPoint(times[j], origin + scale * level.Moments(j).Mean, origin + scale * level.Quantile(j, tail), origin + scale * level.Quantile(j, 1 - tail));
        return drawn;
    }

    /// <summary>The effect under a calm, the usual and a lively prior of the level: guesses of 0.01, 0.1 and 0.3 standard deviations a month.</summary>
    /// <param name="index">Which intervention.</param>
    public IReadOnlyList<(double LevelGuess, InterventionEffect Effect)> Sensitivity(int index = 0) =>
        [.. LevelGuesses.Select(guess => (guess, WithModel(_model with { LevelGuess = guess }).Fit().Effects[index]))];

    /// <summary>The effect of one intervention beside those of false dates.</summary>
    /// <param name="index">Which intervention.</param>
    /// <exception cref="InterruptedException">As for <see cref="Fit"/>.</exception>
    public DatePlacebos Placebos(int index = 0)
    {
        var dates = PlaceboDates();
        var fit = Fit();
        return new DatePlacebos(fit.Effects[index], Math.Abs(fit.Effects[index].Mean) / fit.Effects[index].Sd, dates, [.. dates.Select(date => StatisticAt(date, index))], DatePlacebos.SpacedFrom(_interventions[index].Time, dates, PlaceboDistance));
    }

    /// <summary>Dates that may stand in for the true ones, ascending; see <see cref="DatePlacebos.Dates"/>.</summary>
    public IReadOnlyList<double> PlaceboDates()
    {
        var times = Times();
        var dates = new List<double>();
        for (var i = 1; i < times.Count; i++)
        {
            var date = times[i - 1] + 0.5 * (times[i] - times[i - 1]);
            if (IsPlacebo(date))
                dates.Add(date);
        }

        return dates;
    }

    /// <summary>May this date stand in for a true one: 6 points before, 4 after, more than 3 months from every true one?</summary>
    internal bool IsPlacebo(double date) =>
        _points.Count(one => one.Time < date) >= PlaceboBefore && _points.Count(one => one.Time >= date) >= PlaceboAfter && Array.TrueForAll(_interventions, one => Math.Abs(one.Time - date) > PlaceboDistance);

    /// <summary>|mean| / sd of the effect with the intervention moved to another date.</summary>
    internal double StatisticAt(double date, int index)
    {
        var moved = (Intervention[])_interventions.Clone();
        moved[index] = moved[index] with { Time = date };
        var (mean, sd) = Integrate(moved).Mixture.Moments(index);
        return Math.Abs(mean) / sd;
    }

    /// <summary>Mean and standard deviation of an effect, without the quantiles, which take most of the time of a fit.</summary>
    internal (double Mean, double Sd) Moments(int index)
    {
        Check();
        var (_, mixture, _, scale, _) = Integrate(_interventions);
        var (mean, sd) = mixture.Moments(index);
        return (mean * scale, sd * scale);
    }

    /// <summary>As <see cref="Counterfactual"/>, with standard deviations instead of quantiles, for pictures.</summary>
    internal (double Mean, double Sd)[] CounterfactualMoments(ReadOnlySpan<double> times)
    {
        Check();
        var (engine, mixture, _, scale, origin) = Integrate(_interventions);
        var level = engine.Level(mixture, times);
        return [.. Enumerable.Range(0, times.Length).Select(j => level.Moments(j)).Select(one => (origin + scale * one.Mean, scale * one.Sd))];
    }

    internal void Check()
    {
        if (_interventions.Length == 0)
            throw new InterruptedException(InterruptedFault.Interventions, "An interrupted series has an intervention.");
        if (_interventions.Length > 40)
            throw new InterruptedException(InterruptedFault.TooMany, "At most 40 interventions are told apart.");
        for (var i = 0; i < _interventions.Length; i++)
        {
            var one = _interventions[i];
            if (!double.IsFinite(one.Time))
                throw new InterruptedException(InterruptedFault.NotFinite, "The time of an intervention is a finite number of months.");
            if (Array.IndexOf(_interventions, one) != i)
                throw new InterruptedException(InterruptedFault.Interventions, "Two interventions of one time and onset cannot be told apart; give one.");
            if (_points.Count(point => point.Time < one.Time) < 3 || _points.Count(point => point.Time >= one.Time) < 2)
                throw new InterruptedException(InterruptedFault.TooFew, $"An intervention has at least 3 points before it and 2 after; here {_points.Count(point => point.Time < one.Time)} and {_points.Count(point => point.Time >= one.Time)}.");
        }
    }

    private (InterruptedEngine Engine, WeightedNormals Mixture, double Evidence, double Scale, double Origin) Integrate(Intervention[] interventions)
    {
        var (n, m) = (_points.Length, interventions.Length);
        var places = Places();
        var contrasts = places.Length - 1;
        if (contrasts > 40)
            throw new InterruptedException(InterruptedFault.TooMany, "At most 41 places are told apart.");
        var origin = _points.Where(one => one.Time == _points[0].Time).Average(one => one.Value);
        var mean = _points.Average(one => one.Value);
        var scale = Math.Sqrt(_points.Sum(one => (one.Value - mean) * (one.Value - mean)) / (n - 1));
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new InterruptedException(InterruptedFault.Scale, "The squares of the values leave the range of doubles; multiply or divide them by a power of ten.");
        var width = 2 + m + contrasts;
        var columns = new double[n * width];
        var (divided, spread, time) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var point = _points[i];
            (time[i], divided[i], spread[i]) = (point.Time, 1 / point.Count, point.Range / scale * (point.Range / scale) / 16);
            var row = columns.AsSpan(i * width, width);
            (row[0], row[1]) = ((point.Value - origin) / scale, 1);
            for (var j = 0; j < m; j++)
                row[2 + j] = interventions[j].Onset.At(point.Time - interventions[j].Time);
            // places sum to zero: Helmert contrasts of length 1, so that no place is preferred
            var place = Array.BinarySearch(places, point.Place);
            for (var j = 0; j < contrasts; j++)
                row[2 + m + j] = place > j + 1 ? 0 : (place == j + 1 ? -(j + 1.0) : 1.0) / Math.Sqrt((j + 1.0) * (j + 2.0));
        }

        var engine = new InterruptedEngine(time, columns, divided, spread, _model);
        var mixture = engine.Integrate(m, out var evidence);
        return (engine, mixture, evidence, scale, origin);
    }

    private InterventionEffect Describe(WeightedNormals mixture, int j, double scale)
    {
        var (mean, sd) = mixture.Moments(j);
        var tail = 0.5 * (1 - _model.Probability);
        var shape = 0.5 * _model.NoiseDf;
        return new InterventionEffect
        {
            Intervention = _interventions[j],
            Mean = mean * scale,
            Sd = sd * scale,
            Lower = mixture.Quantile(j, tail) * scale,
            Upper = mixture.Quantile(j, 1 - tail) * scale,
            ProbabilityBelowZero = mixture.Cdf(j, 0),
            EquivalenceBound = mixture.LargerThan(j, 0.05) * scale,
            PriorSd = shape > 1 ? scale * Math.Sqrt(_model.Slab * shape * _model.NoiseGuess * _model.NoiseGuess / (shape - 1)) : double.PositiveInfinity,
            PointsBefore = _points.Count(one => one.Time < _interventions[j].Time),
            PointsAfter = _points.Count(one => one.Time >= _interventions[j].Time),
        };
    }

    private List<double> Times()
    {
        var times = new List<double>();
        foreach (var one in _points)
            if (times.Count == 0 || one.Time > times[^1])
                times.Add(one.Time);
        return times;
    }

    private int[] Places() => [.. _points.Select(one => one.Place).Distinct().Order()];
}
