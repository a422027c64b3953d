namespace Manometer.Statistics;

internal sealed partial class OrdinalLayout
{
    // rows, ordered by component
    public int Rows { get; private set; }
    public int[] RowStart { get; private set; } = [];
    public int[] Index { get; private set; } = [];   // month * Raw + coordinate, or Months * Raw + border
    public double[] Value { get; private set; } = [];
    public int[] Place { get; private set; } = [];   // position of each entry in its component's union
    public OrdinalRowKind[] Kind { get; private set; } = [];
    public double[] HighCut { get; private set; } = [];
    public double[] LowCut { get; private set; } = [];
    public double[] Gap { get; private set; } = [];
    public double[] Observed { get; private set; } = [];
    public double[] Precision { get; private set; } = [];
    public double[] Offset { get; private set; } = [];
    public double[] Uninformed { get; private set; } = [];   // probability of the row's steps from one who knows nothing
    public double[] LogOdds { get; private set; } = [];
    public double[] Weight { get; private set; } = [];
    public int[] Source { get; private set; } = [];      // -1 for rows that are not reports
    public int[] Report { get; private set; } = [];
    public int[] Local1 { get; private set; } = [];      // event effect, or -1
    public int[] Local2 { get; private set; } = [];      // origin effect of one month, or -1
    public int[] RowOfReport { get; private set; } = [];

    // components
    public int Components { get; private set; }
    public int[] ComponentRow { get; private set; } = [];
    public int[] ComponentLocal { get; private set; } = [];
    public int[] UnionStart { get; private set; } = [];
    public int[] Union { get; private set; } = [];
    public int[] ComponentMonth { get; private set; } = []; // later of its two months; -1 without a monthly entry
    public int[] UnionEarlier { get; private set; } = [];   // number of entries in the earlier month
    public int[] UnionMonthly { get; private set; } = [];   // number of entries in both months
    public int[] FarStart { get; private set; } = [];       // first far row, or -1 for a near component
    public int FarRows => FarFirst.Length;
    public int[] FarFirst { get; private set; } = [];       // first month of each far row, ascending
    public bool[] IsFar { get; private set; } = [];

    /// <summary>Largest component whose local effect is integrated by quadrature.</summary>
    public const int ExactRows = 40;

    /// <summary>Components with one local effect that is integrated by quadrature.</summary>
    public bool[] IsExact { get; private set; } = [];

    // local effects
    public int Locals { get; private set; }
    public bool[] LocalEvent { get; private set; } = [];
    public bool[] LocalOrigin { get; private set; } = [];
    public int[] LocalEventId { get; private set; } = [];   // identifier of the event, or -1

    // loadings (indicators, then series) and spacings of cuts (indicators)
    private double[] baseValue = [];
    private bool[] loaded = [];
    private int[] rowLoading = [];
    private int[] rowIndicator = [];
    public double[] Loading { get; private set; } = [];
    public double[] Spacing { get; private set; } = [];
    public double[] SeriesSd { get; private set; } = [];
    public bool[] LoadingFree { get; private set; } = [];
    public int[] OriginBorder { get; private set; } = []; // border variable of each report's origin, or -1

    public int LoadingOf(int row) => rowLoading[row];
    public int IndicatorOf(int row) => rowIndicator[row];
    public bool IsLoaded(int entry) => loaded[entry];

    private void LayOutRows()
    {
        var reports = Data.Reports.Count;
        var series = Data.Series.SelectMany((s, j) => s.Points.Select(p => (Series: j, Point: p))).ToArray();
        var counts = CountsUsed ? Data.Counts.Count : 0;
        Rows = reports + series.Length + counts;
        Loading = new double[Data.Indicators + Data.Series.Count];
        Array.Fill(Loading, 1);
        Spacing = new double[Data.Indicators];
        Array.Fill(Spacing, 1);
        SeriesSd = new double[Data.Series.Count];
        Array.Fill(SeriesSd, 1);
        LoadingFree = new bool[Loading.Length];
        for (var q = 1; q < Data.Indicators; q++)
            LoadingFree[q] = indicatorReports[q] >= Model.IndicatorReports;
        for (var j = 0; j < Data.Series.Count; j++)
        {
            LoadingFree[Data.Indicators + j] = Data.Series[j].Points.Count >= 8;
            Loading[Data.Indicators + j] = 1;
        }

        var (groups, locals) = Group(reports);
        // components: groups of reports in order of their first report, then series and counts one row each
        var order = new List<int[]>(groups);
        for (var i = reports; i < Rows; i++)
            order.Add([i]);
        Components = order.Count;
        Allocate();
        RowOfReport = new int[reports];
        var indexes = new List<int>(Rows * 8);
        var values = new List<double>(Rows * 8);
        var flags = new List<bool>(Rows * 8);
        var places = new List<int>(Rows * 8);
        var union = new List<int>(Components * 8);
        var row = new SparseRow();
        var fixedPart = new SparseRow();
        var at = 0;
        var rate = new Dictionary<int, (int Border, double Log)>();
        if (counts > 0)
            foreach (var group in Data.Counts.GroupBy(c => c.Group).OrderBy(g => g.Key))
                rate[group.Key] = (AddBorder(-1, 1), Elementary.Log(Math.Max(0.05, group.Average(c => c.Number))));
        for (var c = 0; c < Components; c++)
        {
            ComponentRow[c] = at;
            ComponentLocal[c] = c < groups.Count ? groupLocal[c] : Locals;
            var members = new SortedSet<int>();
            var first = indexes.Count;
            foreach (var item in order[c])
            {
                row.Clear();
                fixedPart.Clear();
                if (item < reports)
                    WriteReport(at, item, locals, row, fixedPart);
                else if (item < reports + series.Length)
                    WriteSeries(at, series[item - reports].Series, series[item - reports].Point, row, fixedPart);
                else
                    WriteCount(at, Data.Counts[item - reports - series.Length], rate, row, fixedPart);
                RowStart[at] = indexes.Count;
                foreach (var (index, value, isLoaded) in row.Entries.Select(e => (e.Key, e.Value, true)).Concat(fixedPart.Entries.Select(e => (e.Key, e.Value, false))).OrderBy(e => e.Key))
                {
                    if (value == 0)
                        continue;
                    indexes.Add(index);
                    values.Add(value);
                    flags.Add(isLoaded);
                    members.Add(index);
                }
                at++;
            }
            RowStart[at] = indexes.Count;
            UnionStart[c] = union.Count;
            int[] list = [.. members];
            union.AddRange(list);
            for (var e = first; e < indexes.Count; e++)
                places.Add(Array.BinarySearch(list, indexes[e]));
            Classify(c, list, order[c].Length);
        }
        ComponentRow[Components] = at;
        UnionStart[Components] = union.Count;
        NumberFar(union);
        ComponentLocal[Components] = Locals;
        for (var c = 0; c < Components; c++)
            IsExact[c] = !Model.PlainLaplace && ComponentLocal[c + 1] - ComponentLocal[c] == 1 && ComponentRow[c + 1] - ComponentRow[c] <= ExactRows;
        Index = [.. indexes];
        baseValue = [.. values];
        Value = [.. values];
        loaded = [.. flags];
        Place = [.. places];
        Union = [.. union];
        for (var i = 0; i < Rows; i++)
            if (Kind[i] == OrdinalRowKind.Step)
                SetCuts(i);
    }

    private void Allocate()
    {
        RowStart = new int[Rows + 1];
        IsFar = new bool[Rows];
        IsExact = new bool[Components];
        Kind = new OrdinalRowKind[Rows];
        HighCut = new double[Rows];
        LowCut = new double[Rows];
        Gap = new double[Rows];
        Observed = new double[Rows];
        Precision = new double[Rows];
        Offset = new double[Rows];
        Uninformed = new double[Rows];
        LogOdds = new double[Rows];
        Weight = new double[Rows];
        Source = new int[Rows];
        Report = new int[Rows];
        Local1 = new int[Rows];
        Local2 = new int[Rows];
        rowLoading = new int[Rows];
        rowIndicator = new int[Rows];
        ComponentRow = new int[Components + 1];
        ComponentLocal = new int[Components + 1];
        UnionStart = new int[Components + 1];
        ComponentMonth = new int[Components];
        UnionEarlier = new int[Components];
        UnionMonthly = new int[Components];
        FarStart = new int[Components];
    }

    /// <summary>Latest month a row speaks of.</summary>
    public int ComponentMonthOfRow(int row)
    {
        var month = -1;
        for (var e = RowStart[row]; e < RowStart[row + 1]; e++)
            if (Index[e] < Months * Raw)
                month = Math.Max(month, Index[e] / Raw);
        return month;
    }

    private void Classify(int c, int[] list, int rows)
    {
        var monthly = list.TakeWhile(i => i < Months * Raw).ToArray();
        var firstMonth = monthly.Length == 0 ? -1 : monthly[0] / Raw;
        var lastMonth = monthly.Length == 0 ? -1 : monthly[^1] / Raw;
        ComponentMonth[c] = lastMonth;
        UnionMonthly[c] = monthly.Length;
        UnionEarlier[c] = lastMonth > firstMonth ? monthly.Count(i => i / Raw == firstMonth) : 0;
        FarStart[c] = -1;
        if (lastMonth - firstMonth <= 1)
            return;
        FarStart[c] = 0;
        Array.Fill(IsFar, true, ComponentRow[c], rows);
    }

    // Far rows in order of the first month their component speaks of: the border of a month then is a leading part of the whole.
    private void NumberFar(List<int> union)
    {
        var first = new List<int>();
        foreach (var c in Enumerable.Range(0, Components).Where(c => FarStart[c] >= 0).OrderBy(c => union[UnionStart[c]] / Raw))
        {
            FarStart[c] = first.Count;
            first.AddRange(Enumerable.Repeat(union[UnionStart[c]] / Raw, ComponentRow[c + 1] - ComponentRow[c]));
        }

        FarFirst = [.. first];
    }

    private void WriteReport(int at, int item, LocalPlan locals, SparseRow row, SparseRow fixedPart)
    {
        var report = Data.Reports[item];
        RowOfReport[item] = at;
        Report[at] = item;
        Source[at] = report.Source;
        Kind[at] = OrdinalRowKind.Step;
        Weight[at] = report.Weight;
        LogOdds[at] = Elementary.Log(report.Odds);
        rowIndicator[at] = report.Indicator;
        rowLoading[at] = report.Indicator;
        double uninformed = 0;
        for (var y = report.Low; y <= report.High; y++)
            uninformed += Data.Uninformed[y + 2];
        Uninformed[at] = uninformed;
        AddState(row, report.Cell, report.Month, 1);
        if (report.Span > 0)
            AddState(row, report.Cell, Math.Max(0, report.Month - report.Span), -1);
        var k = report.Source;
        if (LeanBorder[k] >= 0)
            fixedPart.Add(BorderIndex(LeanBorder[k]), 1);
        else if (DriftOf[k] >= 0)
            fixedPart.Add(report.Month * Raw + DriftOf[k], 1);
        if (IndicatorBorder[report.Indicator] >= 0)
            fixedPart.Add(BorderIndex(IndicatorBorder[report.Indicator]), 1);
        if (OriginBorder[item] >= 0)
            fixedPart.Add(BorderIndex(OriginBorder[item]), 1);
        Local1[at] = locals.Event[item];
        Local2[at] = locals.Origin[item];
    }

    private void WriteSeries(int at, int j, (int Month, double Value) point, SparseRow row, SparseRow fixedPart)
    {
        var series = Data.Series[j];
        Report[at] = Source[at] = Local1[at] = Local2[at] = rowIndicator[at] = -1;
        Kind[at] = OrdinalRowKind.Gaussian;
        Weight[at] = 1;
        Observed[at] = point.Value;
        Precision[at] = 1;
        rowLoading[at] = Data.Indicators + j;
        var total = series.Cells.Sum(c => c.Weight);
        foreach (var cell in series.Cells)
            if (cell.Weight > 0)
                AddState(row, cell.Cell, point.Month, series.Sign * cell.Weight / total);
        fixedPart.Add(BorderIndex(SeriesBorder + j), 1);
    }

    private void WriteCount(int at, OrdinalCount count, Dictionary<int, (int Border, double Log)> rate, SparseRow row, SparseRow fixedPart)
    {
        Report[at] = Source[at] = Local1[at] = Local2[at] = rowIndicator[at] = rowLoading[at] = -1;
        Kind[at] = OrdinalRowKind.Count;
        Weight[at] = 1;
        Observed[at] = count.Number;
        Offset[at] = rate[count.Group].Log;
        AddState(row, count.Cell, count.Month, Model.Selection);
        fixedPart.Add(BorderIndex(rate[count.Group].Border), 1);
        fixedPart.Add(count.Month * Raw + RateCoordinate, 1);
    }

    private void SetCuts(int row)
    {
        var report = Data.Reports[Report[row]];
        var spread = Spacing[report.Indicator];
        HighCut[row] = report.High == 2 ? double.PositiveInfinity : spread * Model.Cuts[report.High + 2];
        LowCut[row] = report.Low == -2 ? double.NegativeInfinity : spread * Model.Cuts[report.Low + 1];
        Gap[row] = StepLikelihood.Gap(HighCut[row], LowCut[row]);
    }

    /// <summary>Puts changed loadings, spacings and sds of series into the rows.</summary>
    public void Refresh()
    {
        for (var i = 0; i < Rows; i++)
        {
            if (rowLoading[i] < 0 || !LoadingFree[rowLoading[i]])
                continue;
            var loading = Loading[rowLoading[i]];
            for (var e = RowStart[i]; e < RowStart[i + 1]; e++)
                if (loaded[e])
                    Value[e] = baseValue[e] * loading;
            if (Kind[i] == OrdinalRowKind.Step)
                SetCuts(i);
            else
            {
                var sd = SeriesSd[rowLoading[i] - Data.Indicators];
                Precision[i] = 1 / (sd * sd);
            }
        }
    }

    /// <summary>Copies loadings, spacings and sds of series from another layout of the same data.</summary>
    public void TakeLoadings(OrdinalLayout other)
    {
        Array.Copy(other.Loading, Loading, Loading.Length);
        Array.Copy(other.Spacing, Spacing, Spacing.Length);
        Array.Copy(other.SeriesSd, SeriesSd, SeriesSd.Length);
        Refresh();
    }

    public bool AnyLoadingFree => Array.Exists(LoadingFree, free => free);

    private sealed record LocalPlan(int[] Event, int[] Origin);

    // Groups reports that share an event or an origin of one month; numbers the local effects by group.
    private (List<int[]> Groups, LocalPlan Locals) Group(int reports)
    {
        var events = Model.EventEffect.Median > 0;
        var origins = Model.OriginEffect.Median > 0;
        OriginBorder = new int[reports];
        Array.Fill(OriginBorder, -1);
        var parent = Enumerable.Range(0, reports).ToArray();
        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }
        void Join(int a, int b)
        {
            a = Root(a);
            b = Root(b);
            if (a != b)
                parent[Math.Max(a, b)] = Math.Min(a, b);
        }
        if (events || origins)
            JoinBy(r => r.Event, Join);
        var localOrigin = new int[reports];
        Array.Fill(localOrigin, -1);
        if (origins && OriginsKnown)
            PlanOrigins(localOrigin, Join);

        var groups = new List<int[]>();
        var byRoot = new Dictionary<int, List<int>>();
        for (var i = 0; i < reports; i++)
        {
            var root = Root(i);
            if (!byRoot.TryGetValue(root, out var list))
                byRoot[root] = list = [];
            list.Add(i);
        }
        var plan = new LocalPlan(new int[reports], new int[reports]);
        List<bool> isEvent = [], isOrigin = [];
        List<int> ids = [], starts = [];
        foreach (var list in byRoot.OrderBy(p => p.Key).Select(p => p.Value))
        {
            starts.Add(isEvent.Count);
            groups.Add([.. list]);
            var eventLocal = new Dictionary<int, int>();
            var originLocal = new Dictionary<int, int>();
            foreach (var i in list)
            {
                var report = Data.Reports[i];
                var key = report.Event >= 0 ? report.Event : -1 - i;
                if (!eventLocal.TryGetValue(key, out var local))
                {
                    // an event of which no report names an origin may be one witness copied: it carries the origin's variance too
                    var uncoded = origins && list.All(j => EventKey(j) != key || Data.Reports[j].Origin < 0);
                    local = -1;
                    if (events || uncoded)
                    {
                        local = isEvent.Count;
                        isEvent.Add(events);
                        isOrigin.Add(uncoded);
                        ids.Add(report.Event >= 0 ? report.Event : -1);
                    }
                    eventLocal[key] = local;
                }
                plan.Event[i] = local;
                plan.Origin[i] = -1;
                if (localOrigin[i] < 0)
                    continue;
                if (list.Count == 1 && local >= 0)
                {
                    isOrigin[local] = true; // one report: the two effects are one
                    continue;
                }
                if (!originLocal.TryGetValue(localOrigin[i], out var origin))
                {
                    origin = isEvent.Count;
                    isEvent.Add(false);
                    isOrigin.Add(true);
                    ids.Add(-1);
                    originLocal[localOrigin[i]] = origin;
                }
                plan.Origin[i] = origin;
            }
        }
        Locals = isEvent.Count;
        LocalEvent = [.. isEvent];
        LocalOrigin = [.. isOrigin];
        LocalEventId = [.. ids];
        groupLocal = starts;
        return (groups, plan);

        int EventKey(int j) => Data.Reports[j].Event >= 0 ? Data.Reports[j].Event : -1 - j;
    }

    private List<int> groupLocal = [];

    private void JoinBy(Func<OrdinalReport, int> key, Action<int, int> join)
    {
        var first = new Dictionary<int, int>();
        for (var i = 0; i < Data.Reports.Count; i++)
        {
            var id = key(Data.Reports[i]);
            if (id < 0)
                continue;
            if (first.TryGetValue(id, out var earlier))
                join(earlier, i);
            else
                first[id] = i;
        }
    }

    private void PlanOrigins(int[] localOrigin, Action<int, int> join)
    {
        var byOrigin = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < Data.Reports.Count; i++)
            if (Data.Reports[i].Origin is >= 0 and var id)
                (byOrigin.TryGetValue(id, out var list) ? list : byOrigin[id] = []).Add(i);
        var wide = new List<(int Id, List<int> Reports)>();
        foreach (var (id, list) in byOrigin)
        {
            var month = Data.Reports[list[0]].Month;
            if (list.Count > 60 || list.Exists(i => Data.Reports[i].Month != month || Data.Reports[i].Span > 1))
            {
                if (list.Count > 1)
                {
                    wide.Add((id, list));
                    continue;
                }
            }
            foreach (var i in list)
            {
                localOrigin[i] = id;
                join(list[0], i);
            }
        }
        foreach (var (_, list) in wide.OrderByDescending(w => w.Reports.Count).ThenBy(w => w.Id).Take(MaximumBorderOrigins))
        {
            var border = AddBorder(OriginScale, 0);
            foreach (var i in list)
                OriginBorder[i] = border;
        }
        if (wide.Count > MaximumBorderOrigins)
            Warnings.Add(new(OrdinalWarningKind.OriginsFolded, $"{wide.Count} origins span several months; effects of the {MaximumBorderOrigins} with most reports are estimated, the others are counted to their sources."));
    }
}
