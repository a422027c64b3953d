namespace Manometer.Statistics;

/// <summary>Finds the segmentation of least penalised cost, exactly. Keeps its scratch memory: after a first run of a size, further runs allocate nothing. Not for several threads at once.</summary>
/// <remarks>Minimises the sum of segment costs plus the penalty times the number of breaks, over all segmentations with segments of at least <see cref="MinimumSegment"/> rows; every row is a candidate. Of equal optima (1e-12 relative) the one with the earliest last break.</remarks>
public sealed class BreakSolver
{
    internal const double Tie = 1e-12;

    private readonly Pelt _pelt = new();
    private readonly Fpop<Plain> _plain = new();
    private readonly Fpop<Wide> _wide = new();
    private readonly RbfPelt _rbf = new();
    private readonly Preparation _data = new();
    private double[] _best = [];
    private int[] _last = [];
    private int[] _ends = [];

    /// <summary>The cost of a segment. Default <see cref="SegmentCost.L2"/>.</summary>
    public SegmentCost Cost { get; init; }

    /// <summary>The least number of rows of a segment, 1 or more; default 2, and 5 for <see cref="SegmentCost.Normal"/>, which also is its least.</summary>
    public int MinimumSegment { get => field > 0 ? field : Cost == SegmentCost.Normal ? 5 : 2; init => field = value > 0 ? value : throw new BreakException(BreakFault.MinimumSegment, "A segment has at least 1 row."); }

    /// <summary>The algorithm; the answer does not depend on it.</summary>
    public BreakAlgorithm Algorithm { get; init; }

    /// <summary>The sum of the segments' costs of the last run, without penalties, in the unit of the cost.</summary>
    public double TotalCost { get; private set; }

    /// <summary>The unit of penalties for the series last prepared: the squared noise of the series for L2, from the median absolute first difference; a constant for the other costs.</summary>
    internal double PenaltyUnit => _data.PenaltyUnit;

    internal Preparation Data => _data;

    /// <summary>The ends of the segments of one column: each is the index, from 0, of the first row after its segment, the last is the number of rows. Valid until the next run.</summary>
    /// <param name="series">One value a row, at even steps.</param>
    /// <param name="penalty">The cost of one more break, 0 or more, in the unit of the cost.</param>
    /// <exception cref="BreakException">The input cannot be used; the code says why.</exception>
    public ReadOnlySpan<int> Solve(ReadOnlySpan<double> series, double penalty) => Solve(series, 1, penalty);

    /// <summary>The same for several columns that break together; values row by row.</summary>
    /// <param name="values">Rows times <paramref name="columns"/> values.</param>
    /// <param name="columns">Number of columns, 1 or more.</param>
    /// <param name="penalty">The cost of one more break, 0 or more, in the unit of the cost.</param>
    /// <exception cref="BreakException">The input cannot be used; the code says why.</exception>
    public ReadOnlySpan<int> Solve(ReadOnlySpan<double> values, int columns, double penalty)
    {
        Prepare(values, columns);
        return Run(penalty);
    }

    internal void Prepare(ReadOnlySpan<double> values, int columns)
    {
        if (Cost == SegmentCost.Normal && MinimumSegment < 5)
            throw new BreakException(BreakFault.MinimumSegment, "A segment with its own variance has at least 5 rows.");
        _data.Fill(values, columns, Cost, MinimumSegment);
        if (Algorithm == BreakAlgorithm.FunctionalPruning && (columns > 1 || Cost is SegmentCost.Rbf or SegmentCost.Normal))
            throw new BreakException(BreakFault.Algorithm, "Functional pruning serves one column of L2, Poisson or rank cost; use PELT.");
        var rows = _data.Rows;
        if (_best.Length < rows + 1)
            (_best, _last, _ends) = (new double[rows + 1], new int[rows + 1], new int[rows]);
    }

    /// <summary>Runs on what <see cref="Prepare"/> took in.</summary>
    internal ReadOnlySpan<int> Run(double penalty)
    {
        if (!(penalty >= 0 && penalty < double.PositiveInfinity))
            throw new BreakException(BreakFault.Penalty, "A penalty is a finite number, 0 or more.");
        var scaled = penalty / _data.Unit;
        if (double.IsInfinity(scaled))
            scaled = 1e9 * (_data.Rows + 1.0); // beyond any cost of values of at most 1
        if (Cost == SegmentCost.Rbf)
            _rbf.Run(_data.Values, _data.Columns, _data.Gamma, scaled, MinimumSegment, _best, _last);
        else if (Cost == SegmentCost.Poisson)
            RunFunctional(_plain, new PoissonModel(_data.Counts, _data.Highest), scaled);
        else if (_data.NeedsWide)
            RunSquared(_wide, _data.WideSums, _data.WideSquares, scaled);
        else
            RunSquared(_plain, _data.PlainSums, _data.PlainSquares, scaled);
        return Collect(penalty, scaled);
    }

    /// <summary>The cost of the rows [from, to) in the unit of the cost; not for the kernel.</summary>
    internal double CostOf(int from, int to) => _data.Unit * (Cost == SegmentCost.Poisson
        ? new PoissonModel(_data.Counts, _data.Highest).Cost(from, to)
        : _data.NeedsWide ? CostOf(_data.WideSums, _data.WideSquares, from, to) : CostOf(_data.PlainSums, _data.PlainSquares, from, to));

    private double CostOf<TReal>(TReal[] sums, TReal[] squares, int from, int to) where TReal : struct, IReal<TReal> => Cost == SegmentCost.Normal
        ? new NormalModel<TReal>(new SquaredModel<TReal>(sums, squares, -1, 1), _data.Floor, _data.LogFloor).Cost(from, to)
        : new VectorModel<TReal>(sums, squares, _data.Columns).Cost(from, to);

    private void RunSquared<TReal>(Fpop<TReal> functional, TReal[] sums, TReal[] squares, double penalty) where TReal : struct, IReal<TReal>
    {
        var one = new SquaredModel<TReal>(sums, squares, _data.Lowest, _data.Highest);
        if (Cost == SegmentCost.Normal)
            _pelt.Run(new NormalModel<TReal>(one, _data.Floor, _data.LogFloor), _data.Rows, penalty, MinimumSegment, _best, _last);
        else if (_data.Columns > 1)
            _pelt.Run(new VectorModel<TReal>(sums, squares, _data.Columns), _data.Rows, penalty, MinimumSegment, _best, _last);
        else
            RunFunctional(functional, one, penalty);
    }

    private void RunFunctional<TReal, TModel>(Fpop<TReal> functional, TModel model, double penalty) where TReal : struct, IReal<TReal> where TModel : struct, IFunctionalModel<TReal>
    {
        if (Algorithm == BreakAlgorithm.Pelt)
            _pelt.Run(model, _data.Rows, penalty, MinimumSegment, _best, _last);
        else
            functional.Run(model, _data.Rows, penalty, MinimumSegment, _best, _last);
    }

    private ReadOnlySpan<int> Collect(double penalty, double scaled)
    {
        var rows = _data.Rows;
        var at = _ends.Length;
        var breaks = -1;
        for (var end = rows; end > 0; end = _last[end], breaks++)
            _ends[--at] = end;
        TotalCost = (_best[rows] - scaled * breaks) * _data.Unit + _data.Offset;
        if (!double.IsFinite(TotalCost) || !double.IsFinite(penalty * breaks))
            throw new BreakException(BreakFault.Scale, "The costs overflow; divide the values by a power of ten.");
        return _ends.AsSpan(at);
    }
}
