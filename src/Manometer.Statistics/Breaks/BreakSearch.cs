namespace Manometer.Statistics;

/// <summary>A series and how its breaks are sought. Immutable: each <c>With</c> gives another search.</summary>
public sealed class BreakSearch
{
    /// <summary>Rows up to which the posterior of all dates at once is computed; it takes time in their square.</summary>
    public const int JointRows = 2_000;

    /// <summary>Rows up to which segmentations with a given number of breaks are searched; it takes time in their square.</summary>
    public const int CountedRows = 10_000;

    private readonly double[] _values;
    private readonly int _columns;
    private SegmentCost _cost;
    private double? _penalty;
    private int _minimum;
    private double _level = 0.95;

    internal BreakSearch(double[] values, int columns) => (_values, _columns) = (values, columns);

    /// <summary>The cost of a segment; default <see cref="SegmentCost.L2"/>.</summary>
    public BreakSearch WithCost(SegmentCost cost) => With(search => search._cost = cost);

    /// <summary>The cost of one more break, 0 or more, in the unit of the cost; default 3 s^2 ln n for L2, with s from the median absolute first difference (see <see cref="BreakResult.PenaltyUnit"/>).</summary>
    public BreakSearch WithPenalty(double penalty) => With(search => search._penalty = penalty);

    /// <summary>The least number of rows of a segment; default 2, and 5 for <see cref="SegmentCost.Normal"/>.</summary>
    public BreakSearch WithMinimumSegment(int rows) => With(search => search._minimum = rows > 0 ? rows : throw new BreakException(BreakFault.MinimumSegment, "A segment has at least 1 row."));

    /// <summary>Probability the intervals are made for, in (0, 1); default 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1).</exception>
    public BreakSearch WithLevel(double level) => With(search => search._level = level is > 0 and < 1 ? level : throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1."));

    /// <summary>The breaks of least penalised cost, each with its interval.</summary>
    /// <exception cref="BreakException">The input cannot be used; the code says why.</exception>
    public BreakResult Find()
    {
        var solver = Prepared();
        var penalty = _penalty ?? DefaultPenalty(solver);
        var ends = solver.Run(penalty).ToArray();
        return Describe(solver, ends, penalty, solver.TotalCost);
    }

    /// <summary>Every optimal number of breaks over a range of penalties, in one run (CROPS: Haynes, Eckley, Fearnhead 2017).</summary>
    /// <param name="from">The least penalty; default 0.5 s^2 ln n.</param>
    /// <param name="to">The largest penalty; default 30 s^2 ln n, or as much more as it takes until no break is left.</param>
    /// <exception cref="BreakException">The input or the range cannot be used.</exception>
    public PenaltyPath Path(double? from = null, double? to = null)
    {
        var solver = Prepared();
        var log = Elementary.Log(solver.Data.Rows);
        var low = from ?? 0.5 * solver.PenaltyUnit * log;
        var high = to ?? Math.Max(low, 30 * solver.PenaltyUnit * log);
        while (to is null && high > 0 && high < 1e300 && solver.Run(high).Length > 1)
            high *= 4;
        if (!(low >= 0 && high >= low && double.IsFinite(high)))
            throw new BreakException(BreakFault.Penalty, "A range of penalties begins at 0 or more and does not end before it begins.");
        return PenaltyPath.Make(solver, low, high);
    }

    /// <summary>The breaks of a given segmentation with their intervals: one of a <see cref="Path"/>, or one of another's.</summary>
    /// <param name="breaks">Indices, from 0, of the first row of each new segment, ascending.</param>
    /// <exception cref="BreakException">Not ascending, outside the series, or closer than a segment.</exception>
    public BreakResult At(params IReadOnlyList<int> breaks)
    {
        ArgumentNullException.ThrowIfNull(breaks);
        var solver = Prepared();
        int[] ends = [.. breaks, solver.Data.Rows];
        for (var i = 0; i < ends.Length; i++)
            if (ends[i] - (i == 0 ? 0 : ends[i - 1]) < 1)
                throw new BreakException(BreakFault.Count, "Breaks ascend and lie within the series.");
        return Describe(solver, ends, _penalty ?? DefaultPenalty(solver), double.NaN);
    }

    /// <summary>The best segmentation with each number of breaks from 0 to <paramref name="most"/>, found by dynamic programming whether or not a penalty would choose it (Bai and Perron 2003).</summary>
    /// <param name="most">The largest number of breaks.</param>
    /// <exception cref="BreakException">More breaks than fit, more than <see cref="CountedRows"/> rows, or the kernel cost.</exception>
    public IReadOnlyList<Segmentation> ByCount(int most) => SegmentNeighbourhood.Search(Prepared(), most);

    /// <summary>The largest F statistic of one change of mean against none, over all dates that leave a share <paramref name="trim"/> of the rows on both sides (Andrews 1993), and where it stands.</summary>
    /// <param name="trim">Share of the rows at each end that are no candidates, in (0, 0.5); default 0.15.</param>
    /// <returns>F with one numerator degree of freedom and n - 2 below, infinite where two constants fit exactly; and the index of the first row after the change. (0, 0) for a constant series.</returns>
    /// <exception cref="BreakException">Several columns, or too few rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trim"/> is not in (0, 0.5).</exception>
    public (double F, int Index) LargestF(double trim = 0.15)
    {
        if (!(trim > 0 && trim < 0.5))
            throw new ArgumentOutOfRangeException(nameof(trim), trim, "The share cut at each end lies between 0 and one half.");
        if (_columns > 1)
            throw new BreakException(BreakFault.Shape, "F is that of one series.");
        var solver = new BreakSolver { Cost = SegmentCost.L2, MinimumSegment = 1 };
        solver.Prepare(_values, 1);
        var n = solver.Data.Rows;
        var first = Math.Max(1, (int)Math.Floor(trim * n));
        var (best, at, whole) = (0.0, 0, solver.CostOf(0, n));
        for (var k = first; k <= n - first && k < n; k++)
        {
            var rest = solver.CostOf(0, k) + solver.CostOf(k, n);
            var f = rest > 0 ? (whole - rest) / (rest / (n - 2)) : whole > 0 ? double.PositiveInfinity : 0;
            if (f > best)
                (best, at) = (f, k);
        }

        return (best, at);
    }

    /// <summary>The exact posterior of the dates of a given number of breaks, each segmentation with segments of the least length equally likely beforehand.</summary>
    /// <param name="breaks">Number of breaks, 1 or more.</param>
    /// <returns>One distribution a break, in order. See <see cref="BreakPosterior"/> for the priors.</returns>
    /// <exception cref="BreakException">Another cost than L2 or Poisson, several columns, more than <see cref="JointRows"/> rows, or more breaks than fit.</exception>
    public IReadOnlyList<BreakPosterior> Posterior(int breaks)
    {
        var solver = Prepared();
        if (breaks < 1 || (breaks + 1L) * solver.MinimumSegment > solver.Data.Rows)
            throw new BreakException(BreakFault.Count, $"{breaks} breaks do not fit into {solver.Data.Rows} rows with segments of at least {solver.MinimumSegment}.");
        if (solver.Data.Rows > JointRows && breaks > 1)
            throw new BreakException(BreakFault.Count, $"The posterior of several dates at once is computed for at most {JointRows} rows.");
        var evidence = SegmentEvidence.Of(_values, _columns, _cost) ?? throw new BreakException(BreakFault.Algorithm, "The posterior of a date is that of one column with the L2 or Poisson cost.");
        return JointPosterior.Of(evidence, solver.Data.Rows, breaks, solver.MinimumSegment);
    }

    private BreakSearch With(Action<BreakSearch> change)
    {
        var copy = (BreakSearch)MemberwiseClone();
        change(copy);
        return copy;
    }

    private BreakSolver Prepared()
    {
        var solver = _minimum > 0 ? new BreakSolver { Cost = _cost, MinimumSegment = _minimum } : new BreakSolver { Cost = _cost };
        solver.Prepare(_values, _columns);
        return solver;
    }

    private static double DefaultPenalty(BreakSolver solver) => 3 * solver.PenaltyUnit * Elementary.Log(solver.Data.Rows);

    private BreakResult Describe(BreakSolver solver, int[] ends, double penalty, double cost)
    {
        var segments = new BreakSegment[ends.Length];
        for (var i = 0; i < ends.Length; i++)
            segments[i] = BreakSegment.Of(_values, _columns, i == 0 ? 0 : ends[i - 1], ends[i]);
        var evidence = SegmentEvidence.Of(_values, _columns, _cost);
        var count = ends.Length - 1;
        var joint = evidence is not null && count > 0 && solver.Data.Rows <= JointRows && segments.All(segment => segment.Length >= solver.MinimumSegment)
            ? JointPosterior.Of(evidence, solver.Data.Rows, count, solver.MinimumSegment)
            : null;
        // of many breaks the j-th in order need not be the j-th found: then each is dated with its neighbours held
        if (joint is not null && joint.Select((one, i) => one.Mode <= segments[i].From || one.Mode >= segments[i + 1].To).Any(strays => strays))
            joint = null;
        var breaks = new BreakDate[count];
        for (var i = 0; i < count; i++)
        {
            var (from, at, to) = (segments[i].From, ends[i], ends[i + 1]);
            var (lower, upper) = BreakInterval.Of(solver.Data, _cost, from, at, to, _level, out var cut);
            breaks[i] = new BreakDate
            {
                Index = at,
                Lower = lower,
                Upper = upper,
                Level = _level,
                ReachesNeighbour = cut,
                Before = segments[i],
                After = segments[i + 1],
                Posterior = joint is not null ? joint[i] : evidence is null ? null : JointPosterior.Between(evidence, from, to, solver.MinimumSegment),
                PosteriorIsJoint = joint is not null,
            };
        }

        return new BreakResult
        {
            Cost = _cost,
            Rows = solver.Data.Rows,
            Columns = _columns,
            MinimumSegment = solver.MinimumSegment,
            Penalty = penalty,
            PenaltyUnit = solver.PenaltyUnit,
            TotalCost = cost,
            Breaks = breaks,
            Segments = segments,
        };
    }
}
