namespace Manometer.Statistics;

/// <summary>The model written out for one data set and one kernel: which unknowns there are, and one sparse row for each datum.</summary>
/// <remarks>
/// Unknowns: monthly states (the common walk, then each family's members, then moving leans, then the rate of reporting), the border (constant leans, indicators, series levels, effects,
/// origins over several months), and local effects (events; origins of one month), which belong to one component of rows and are eliminated there. Rows hold raw member coordinates; the engine
/// changes to Helmert's after summing, which keeps rows short.
/// </remarks>
internal sealed partial class OrdinalLayout
{
    public const int MaximumBorderOrigins = 500;
    public const int LongSource = 20;

    public OrdinalData Data { get; }
    public OrdinalModel Model { get; }
    public LagKernel Kernel { get; }
    public int Months { get; }

    // monthly state
    public int Raw { get; private set; }
    public int Dim { get; private set; }
    public int[] FamilyOf { get; private set; } = [];     // data family of each family in the model
    public int[] FamilyRaw { get; private set; } = [];    // first raw coordinate
    public int[] FamilyReduced { get; private set; } = []; // first reduced coordinate
    public int[] FamilySize { get; private set; } = [];
    public int[] DriftOf { get; private set; } = [];      // raw tail coordinate of each source's moving lean, or -1
    public int Tail { get; private set; }                 // number of raw coordinates after the families (moving leans, reporting rate)
    public int RateCoordinate { get; private set; } = -1;
    public int[] CoordinateScale { get; private set; } = []; // of each reduced coordinate: scale of its step, or -1
    public double[] CoordinateStep { get; private set; } = [];
    public int[] InitialScale { get; private set; } = [];    // scale of its first value, or -1
    public double[] InitialSd { get; private set; } = [];

    // border
    public int Border => borderScale.Count;
    private readonly List<int> borderScale = [];
    private readonly List<double> borderSd = [];
    public int BorderScale(int j) => borderScale[j];
    public double BorderSd(int j) => borderSd[j];
    public int[] LeanBorder { get; private set; } = [];   // of each source, or -1
    public int[] IndicatorBorder { get; private set; } = [];
    public int MeanEffect { get; private set; } = -1;     // border index, or -1
    public int FirstDeparture { get; private set; } = -1;
    public int FirstShock { get; private set; } = -1;
    public int SeriesBorder { get; private set; } = -1;

    // scales
    public IReadOnlyList<OrdinalScale> Scales { get; private set; } = [];
    public const int CommonScale = 0;
    public int EventScale { get; private set; }
    public int OriginScale { get; private set; }
    public int LeanScale { get; private set; }
    public bool OriginsKnown { get; }

    public List<OrdinalWarning> Warnings { get; } = [];

    private readonly int[] sourceReports;
    private readonly int[] indicatorReports;
    private readonly double[][] effectPath;  // of each effect (intervention or shock) and month
    private readonly double[][] effectTarget; // of each effect and cell
    private readonly int effects;

    public OrdinalLayout(OrdinalData data, OrdinalModel model, LagKernel kernel)
    {
        Data = data;
        Model = model;
        Kernel = kernel;
        Months = data.Months;
        OriginsKnown = data.Reports.Any(r => r.Origin >= 0);
        sourceReports = new int[data.Sources.Count];
        indicatorReports = new int[data.Indicators];
        foreach (var report in data.Reports)
        {
            sourceReports[report.Source]++;
            indicatorReports[report.Indicator]++;
        }
        var interventions = model.Effects ? data.Interventions.Count : 0;
        effects = interventions + model.Shocks.Count;
        effectPath = new double[effects][];
        effectTarget = new double[effects][];
        for (var e = 0; e < effects; e++)
        {
            var path = effectPath[e] = new double[Months];
            for (var m = 0; m < Months; m++)
                path[m] = e < interventions ? kernel.At(m - data.Interventions[e].Start) : Push(model.Shocks[e - interventions], m);
            var targets = e < interventions ? data.Interventions[e].Targets : model.Shocks[e - interventions].Targets;
            var share = effectTarget[e] = new double[data.Cells.Count];
            if (e >= interventions && targets.Count == 0)
                Array.Fill(share, 1);
            foreach (var target in targets)
                share[target.Cell] = target.Weight;
        }
        LayOutState();
        LayOutBorder(interventions);
        LayOutRows();
    }

    public bool CountsUsed => Model.Selection != 0 && Data.Counts.Count > 0;

    /// <summary>Scales that change the prior of a local effect: variance = event part + origin part.</summary>
    private static double Push(OrdinalShock shock, int month)
    {
        var u = month - shock.Start;
        return u < 0 ? 0 : double.IsPositiveInfinity(shock.Decay) ? 1 : Elementary.Exp(-u / shock.Decay);
    }

    private void LayOutState()
    {
        var scales = new List<OrdinalScale> { Scale("common walk", Model.Common) };
        var used = Enumerable.Range(0, Data.Families.Count).Where(f => Data.Families[f].Members > 1).ToArray();
        FamilyOf = used;
        FamilyRaw = new int[used.Length];
        FamilyReduced = new int[used.Length];
        FamilySize = [.. used.Select(f => Data.Families[f].Members)];
        Raw = Dim = 1;
        var coordinateScale = new List<int> { CommonScale };
        for (var f = 0; f < used.Length; f++)
        {
            FamilyRaw[f] = Raw;
            FamilyReduced[f] = Dim;
            Raw += FamilySize[f];
            Dim += FamilySize[f] - 1;
            scales.Add(Scale(Data.Families[used[f]].Name + " walk", Model.FamilyWalk(used[f])));
            coordinateScale.AddRange(Enumerable.Repeat(scales.Count - 1, FamilySize[f] - 1));
        }
        EventScale = scales.Count;
        scales.Add(Scale("event", Model.EventEffect));
        OriginScale = scales.Count;
        scales.Add(Scale("origin", OriginsKnown ? Model.OriginEffect : ScalePrior.Fixed(Model.OriginEffect.Median)));
        LeanScale = scales.Count;
        scales.Add(Scale("lean", Model.Lean));
        Scales = scales;

        var step = coordinateScale.Select(_ => 0.0).ToList();
        var initialScale = coordinateScale.Select(_ => -1).ToList();
        var initialSd = coordinateScale.Select(_ => Model.InitialSd).ToList();
        DriftOf = new int[Data.Sources.Count];
        for (var k = 0; k < DriftOf.Length; k++)
        {
            var moves = Model.Lean.Median > 0 && Model.DriftSd > 0 && sourceReports[k] > 0
                && (Model.Drift == LeanDrift.All || (Model.Drift == LeanDrift.LongSources && sourceReports[k] >= LongSource));
            DriftOf[k] = moves ? Raw + Tail++ : -1;
            if (!moves)
                continue;
            coordinateScale.Add(-1);
            step.Add(Model.DriftSd);
            initialScale.Add(LeanScale);
            initialSd.Add(0);
        }
        if (CountsUsed)
        {
            RateCoordinate = Raw + Tail++;
            coordinateScale.Add(-1);
            step.Add(0.3);
            initialScale.Add(-1);
            initialSd.Add(0.5);
        }
        Raw += Tail;
        Dim += Tail;
        CoordinateScale = [.. coordinateScale];
        CoordinateStep = [.. step];
        InitialScale = [.. initialScale];
        InitialSd = [.. initialSd];
    }

    private static OrdinalScale Scale(string name, ScalePrior prior) => new(name, Elementary.Log(prior.Median > 0 ? prior.Median : 1), prior.Spread, prior.Spread > 0);

    private int AddBorder(int scale, double sd)
    {
        borderScale.Add(scale);
        borderSd.Add(sd);
        return borderScale.Count - 1;
    }

    private void LayOutBorder(int interventions)
    {
        LeanBorder = new int[Data.Sources.Count];
        for (var k = 0; k < LeanBorder.Length; k++)
            LeanBorder[k] = DriftOf[k] >= 0 || Model.Lean.Median <= 0 ? -1 : AddBorder(LeanScale, 0);
        IndicatorBorder = new int[Data.Indicators];
        for (var q = 0; q < IndicatorBorder.Length; q++)
            IndicatorBorder[q] = q == 0 || indicatorReports[q] == 0 ? -1 : AddBorder(-1, 0.3);
        if (Data.Series.Count > 0)
            SeriesBorder = Border;
        foreach (var _ in Data.Series)
            AddBorder(-1, 1);
        if (interventions > 0)
        {
            MeanEffect = AddBorder(-1, Model.MeanEffectSd);
            if (interventions > 1 && Model.EffectSpread > 0)
            {
                FirstDeparture = Border;
                for (var e = 0; e < interventions; e++)
                    AddBorder(-1, Model.EffectSpread);
            }
        }
        if (Model.Shocks.Count > 0)
            FirstShock = Border;
        foreach (var shock in Model.Shocks)
            AddBorder(-1, shock.Sd);
    }

    /// <summary>Adds the terms of the state of a cell in a month, times <paramref name="factor"/>, to a row.</summary>
    public void AddState(SparseRow row, int cell, int month, double factor)
    {
        var at = month * Raw;
        row.Add(at, factor);
        var members = Data.Cells[cell].Members;
        for (var f = 0; f < FamilyOf.Length; f++)
        {
            var member = members[FamilyOf[f]];
            if (member >= 0)
                row.Add(at + FamilyRaw[f] + member, factor);
        }
        var interventions = effects - Model.Shocks.Count;
        for (var e = 0; e < effects; e++)
        {
            var value = effectTarget[e][cell] * effectPath[e][month];
            if (value == 0)
                continue;
            if (e >= interventions)
            {
                row.Add(BorderIndex(FirstShock + e - interventions), factor * value);
                continue;
            }
            row.Add(BorderIndex(MeanEffect), factor * value);
            if (FirstDeparture >= 0)
                row.Add(BorderIndex(FirstDeparture + e), factor * value);
        }
    }

    public int BorderIndex(int j) => Months * Raw + j;

    public double EffectPath(int effect, int month) => effectPath[effect][month];
    public double EffectTarget(int effect, int cell) => effectTarget[effect][cell];
}
