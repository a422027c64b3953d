namespace Manometer.Statistics;

public sealed partial class OrdinalFit
{
    /// <summary>The index of a line in every month.</summary>
    /// <param name="line">The line.</param>
    public IReadOnlyList<IndexPoint> Index(OrdinalLine line) => Index([line])[0];

    /// <summary>The index of several lines in every month; cheaper than one by one.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="OrdinalException">A line names a cell that is not there.</exception>
    public IReadOnlyList<IReadOnlyList<IndexPoint>> Index(IReadOnlyList<OrdinalLine> lines) => Index(lines, [.. nodes.Select(n => n.Weight)], null);

    /// <summary>Takes in one more report without a refit; milliseconds where a refit takes a second.</summary>
    /// <param name="report">The report; cell, source and indicator are of this fit's data.</param>
    /// <exception cref="OrdinalException">The report cannot be used.</exception>
    public OrdinalUpdate Absorb(OrdinalReport report)
    {
        OrdinalCheck.CheckReport(Data, report, Data.Reports.Count);
        return new(this, report);
    }

    internal delegate (double Mean, double Variance) Adjustment(int node, IReadOnlyList<KeyValuePair<int, double>> contrast, IReadOnlyList<KeyValuePair<int, double>> baseline);

    internal IReadOnlyList<IReadOnlyList<IndexPoint>> Index(IReadOnlyList<OrdinalLine> lines, double[] weights, Adjustment? adjust)
    {
        foreach (var line in lines)
            CheckLine(line);
        var months = Data.Months;
        var means = new double[nodes.Length][];
        var sds = new double[nodes.Length][];
        void Evaluate(int index, object _)
        {
            means[index] = new double[lines.Count * months];
            sds[index] = new double[lines.Count * months];
            var state = nodes[index].State;
            var work = new OrdinalWorkspace(state.Layout);
            state.Factor.SelectInverse();
            work.ExpandInverse(state.Factor);
            for (var l = 0; l < lines.Count; l++)
                LineMoments(index, state, work, lines[l], means[index].AsSpan(l * months, months), sds[index].AsSpan(l * months, months), adjust);
        }
        NodeLanes.Run(nodes.Length, options.Threads, new object(), () => new object(), Evaluate);
        var result = new IReadOnlyList<IndexPoint>[lines.Count];
        for (var l = 0; l < lines.Count; l++)
        {
            var points = new IndexPoint[months];
            for (var t = 0; t < months; t++)
            {
                var at = l * months + t;
                points[t] = new(t, OrdinalEstimate.Of(new(weights, [.. means.Select(m => m[at])], [.. sds.Select(s => s[at])])));
            }
            result[l] = points;
        }
        return result;
    }

    private void CheckLine(OrdinalLine line)
    {
        if (line.Cells.Count == 0 || line.Cells.Any(c => c.Cell < 0 || c.Cell >= Data.Cells.Count || !double.IsFinite(c.Weight)))
            throw new OrdinalException(OrdinalFault.Range, $"line {line.Name}: it names cells of the data, with finite weights");
    }

    private static SparseRow LineRow(OrdinalLayout layout, OrdinalLine line, int month)
    {
        var row = new SparseRow();
        foreach (var cell in line.Cells)
            layout.AddState(row, cell.Cell, month, cell.Weight);
        return row;
    }

    private SparseRow BaselineRow(OrdinalLayout layout, OrdinalLine line)
    {
        var row = new SparseRow();
        var last = Math.Min(Data.Months, Data.BaselineFirst + Data.BaselineMonths);
        for (var t = Data.BaselineFirst; t < last; t++)
            foreach (var cell in line.Cells)
                layout.AddState(row, cell.Cell, t, cell.Weight / (last - Data.BaselineFirst));
        return row;
    }

    private void LineMoments(int node, OrdinalState state, OrdinalWorkspace work, OrdinalLine line, Span<double> means, Span<double> sds, Adjustment? adjust)
    {
        var layout = state.Layout;
        var size = layout.Months * layout.Raw + layout.Border;
        var centre = state.Centre(work);
        var baseline = BaselineRow(layout, line).Entries.ToArray();
        var covariance = new double[size];
        foreach (var (index, value) in baseline)
            covariance[index] = value;
        state.Covary(work, covariance);
        double baseMean = 0, baseVariance = 0;
        foreach (var (index, value) in baseline)
        {
            baseMean += value * centre[index];
            baseVariance += value * covariance[index];
        }
        for (var t = 0; t < means.Length; t++)
        {
            var row = LineRow(layout, line, t).Entries.ToArray();
            double mean = 0, with = 0, own = 0;
            for (var i = 0; i < row.Length; i++)
            {
                mean += row[i].Value * centre[row[i].Key];
                with += row[i].Value * covariance[row[i].Key];
                own += row[i].Value * row[i].Value * state.PairCovariance(work, row[i].Key, row[i].Key);
                for (var j = i + 1; j < row.Length; j++)
                    own += 2 * row[i].Value * row[j].Value * state.PairCovariance(work, row[i].Key, row[j].Key);
            }
            var (moreMean, moreVariance) = adjust?.Invoke(node, row, baseline) ?? (0, 0);
            means[t] = mean - baseMean + moreMean;
            sds[t] = Math.Sqrt(Math.Max(own + baseVariance - 2 * with + moreVariance, 1e-18));
        }
    }

    /// <summary>How far each report moved the index of a line in a month, to first order, largest first. Reports without weight are left out.</summary>
    /// <param name="line">The line.</param>
    /// <param name="month">Month, 0-based.</param>
    public IReadOnlyList<NewsItem> News(OrdinalLine line, int month)
    {
        CheckLine(line);
        ArgumentOutOfRangeException.ThrowIfNegative(month);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(month, Data.Months);
        var moves = new double[Data.Reports.Count];
        foreach (var node in nodes)
        {
            var state = node.State;
            var layout = state.Layout;
            var work = new OrdinalWorkspace(layout);
            var raw = new double[layout.Months * layout.Raw + layout.Border];
            foreach (var (index, value) in LineRow(layout, line, month).Entries)
                raw[index] += value;
            foreach (var (index, value) in BaselineRow(layout, line).Entries)
                raw[index] -= value;
            work.ReduceAll(raw, work.State, work.Edge);
            Array.Clear(work.LocalRight);
            state.SolveRows(work, null);
            for (var i = 0; i < layout.Rows; i++)
                if (layout.Report[i] >= 0)
                    moves[layout.Report[i]] += node.Weight * state.Slope[i] * state.RowPart(work, i);
        }
        return [.. Enumerable.Range(0, moves.Length).Where(i => MaskOf(i) > 0).Select(i => new NewsItem(i, moves[i])).OrderByDescending(n => Math.Abs(n.Move)).ThenBy(n => n.Report)];
    }

    /// <summary>Number of independent reports that would know as much of a line's index in a month: the variance were all reports independent and without lean, over the variance found, times their number.</summary>
    /// <param name="line">The line.</param>
    /// <param name="month">Month, 0-based.</param>
    public double EffectiveReports(OrdinalLine line, int month)
    {
        CheckLine(line);
        var reports = ReportsWith(_ => true);
        if (reports == 0)
            return 0;
        var scales = Scales;
        var layout = nodes[0].State.Layout;
        OrdinalReport[] alone = [.. Data.Reports.Select((r, i) => r with { Event = -1, Origin = -1, Weight = MaskOf(i) })];
        var model = Model with
        {
            CommonWalk = ScalePrior.Fixed(scales[OrdinalLayout.CommonScale].Median),
            FamilyWalks = [.. Enumerable.Range(0, Math.Max(1, Data.Families.Count)).Select(f => ScalePrior.Fixed(FamilyMedian(layout, scales, f)))],
            FlatWalks = null,
            EventEffect = ScalePrior.Fixed(Model.EventEffect.Median > 0 ? scales[layout.EventScale].Median : 0),
            OriginEffect = ScalePrior.Fixed(Model.OriginEffect.Median > 0 ? scales[layout.OriginScale].Median : 0),
            Lean = ScalePrior.Fixed(0),
        };
        var full = Index(line)[month].Estimate.Sd;
        var free = Of(Data with { Reports = alone }, model, options with { Quadrature = OrdinalQuadrature.Mode, Starts = [] }).Index(line)[month].Estimate.Sd;
        return Math.Min(reports, reports * free * free / (full * full));
    }

    private static double FamilyMedian(OrdinalLayout layout, IReadOnlyList<ScaleEstimate> scales, int family)
    {
        var at = Array.IndexOf(layout.FamilyOf, family);
        return at < 0 ? 0.15 : scales[1 + at].Median;
    }
}
