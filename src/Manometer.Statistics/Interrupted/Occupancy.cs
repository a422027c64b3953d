namespace Manometer.Statistics;

/// <summary>Whether there was any at all: the share of readings above 0 before a date and from it on. For series that fall to zero, whose logarithm says nothing there.</summary>
/// <remarks>
/// Each side is a binomial with Jeffreys' prior, independent of the other; the difference of the two shares has the posterior of the difference of two Beta variables. Readings of one side are taken as alike and independent of each other:
/// where they come in runs the interval is too narrow, and the false dates are the better witness.
/// </remarks>
public sealed record Occupancy
{
    private const int Nodes = 48;
    private const int PlaceboBefore = 6;
    private const int PlaceboAfter = 4;

    private Occupancy()
    {
    }

    /// <summary>Readings before the date.</summary>
    public int Before { get; private init; }

    /// <summary>Those of them above 0.</summary>
    public int BeforeAbove { get; private init; }

    /// <summary>Readings from the date on.</summary>
    public int After { get; private init; }

    /// <summary>Those of them above 0.</summary>
    public int AfterAbove { get; private init; }

    /// <summary>Posterior mean of the share after less the share before, -1..1.</summary>
    public double Mean => Share(After, AfterAbove) - Share(Before, BeforeAbove);

    /// <summary>Posterior standard deviation.</summary>
    public double Sd => Math.Sqrt(Variance(After, AfterAbove) + Variance(Before, BeforeAbove));

    /// <summary>The statistic compared with those of false dates: size of the mean over the standard deviation.</summary>
    public double Statistic => Math.Abs(Mean) / Sd;

    /// <summary>Probability that the share fell.</summary>
    public double ProbabilityBelowZero => Distribution(0);

    /// <summary>The shares before and after a date.</summary>
    /// <param name="points">The readings, none below 0.</param>
    /// <param name="date">The date; a reading at it counts as after.</param>
    /// <exception cref="InterruptedException">A reading is below 0 or not finite, or one side has none.</exception>
    public static Occupancy At(IReadOnlyList<TimedValue> points, double date)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Any(point => !(point.Value >= 0) || double.IsInfinity(point.Value) || !double.IsFinite(point.Time)))
            throw new InterruptedException(InterruptedFault.NotFinite, "Whether there was any is asked of readings that are finite and not below 0.");
        var found = new Occupancy
        {
            Before = points.Count(point => point.Time < date),
            BeforeAbove = points.Count(point => point.Time < date && point.Value > 0),
            After = points.Count(point => point.Time >= date),
            AfterAbove = points.Count(point => point.Time >= date && point.Value > 0),
        };
        return found is { Before: > 0, After: > 0 } ? found : throw new InterruptedException(InterruptedFault.TooFew, "There are no readings on one side of the date.");
    }

    /// <summary>The false dates: midpoints of neighbouring readings with 6 before and 4 after, more than 3 months from every true one, with the statistic of each.</summary>
    /// <param name="points">The readings, none below 0.</param>
    /// <param name="dates">The true dates.</param>
    public static IReadOnlyList<(double Date, double Statistic)> Placebos(IReadOnlyList<TimedValue> points, IReadOnlyList<double> dates)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(dates);
        double[] times = [.. points.Select(point => point.Time).Distinct().Order()];
        return [.. Enumerable.Range(1, Math.Max(0, times.Length - 1)).Select(i => times[i - 1] + 0.5 * (times[i] - times[i - 1]))
            .Where(date => points.Count(point => point.Time < date) >= PlaceboBefore && points.Count(point => point.Time >= date) >= PlaceboAfter && dates.All(one => Math.Abs(one - date) > InterruptedSeries.PlaceboDistance))
            .Select(date => (date, At(points, date).Statistic))];
    }

    /// <summary>The central interval of the difference.</summary>
    /// <param name="level">Its probability, between 0 and 1.</param>
    public (double Low, double High) Interval(double level = 0.95)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "the level is above 0 and below 1");
        return (Quantile((1 - level) / 2), Quantile((1 + level) / 2));
    }

    // P(after - before <= d): the mean over equal parts of the share before
    private double Distribution(double d)
    {
        var sum = 0.0;
        foreach (var share in Cut())
            sum += Beta.Distribution(Math.Clamp(share + d, 0, 1), AfterAbove + 0.5, After - AfterAbove + 0.5);
        return sum / Nodes;
    }

    private double[]? _cut;

    private double[] Cut() => _cut ??= [.. Enumerable.Range(0, Nodes).Select(i => Beta.Quantile((i + 0.5) / Nodes, BeforeAbove + 0.5, Before - BeforeAbove + 0.5))];

    private double Quantile(double probability)
    {
        double low = -1, high = 1;
        for (var i = 0; i < 40; i++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Distribution(middle) < probability ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private static double Share(int count, int above) => (above + 0.5) / (count + 1.0);

    private static double Variance(int count, int above) => Share(count, above) * (1 - Share(count, above)) / (count + 2.0);
}
