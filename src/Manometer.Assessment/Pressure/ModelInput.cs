using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A case as input of the ordinal model: what was published by a day, in months, cells, sources and measures.</summary>
internal sealed partial class ModelInput
{
    /// <summary>Reports a sector, place or group needs for a line of its own; fewer, and it goes with its parent.</summary>
    private const int LeastReports = 5;

    /// <summary>Months of a report's date beyond which it says nothing of any one month.</summary>
    private const int WidestDate = 12;

    /// <summary>Reports a source needs for a lean of its own; sources heard less are taken together by their letter.</summary>
    private const int LeastHeard = 3;

    private const string Others = "others graded ";

    private readonly List<string?> _cellSector = [];
    private readonly Dictionary<(int Member, string? Aim), int> _cells = [];

    private ModelInput()
    {
    }

    /// <summary>The date up to which the record is used.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Names of the months, <c>yyyy-MM</c>.</summary>
    public required IReadOnlyList<string> MonthNames { get; init; }

    public required IReadOnlyList<string> Sectors { get; init; }

    public required IReadOnlyList<string> Places { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Identifiers of the model's sources, in its order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The rows, parallel to the reports of <see cref="Data"/>.</summary>
    public required IReadOnlyList<ModelReport> Reports { get; init; }

    public required ModelMeasures Measures { get; init; }

    public required ModelSeries.Found Series { get; init; }

    public required int TooCoarse { get; init; }

    public required int OutsideMonths { get; init; }

    public required int FirstMonth { get; init; }

    /// <summary>Null where nothing can be fitted.</summary>
    public OrdinalData? Data { get; private set; }

    /// <summary>Sector of every cell.</summary>
    public IReadOnlyList<string?> CellSectors => _cellSector;

    /// <summary>Kish's effective number of independent origins of the reports; 0 without reports.</summary>
    public double EffectiveOrigins => Reports.Count == 0 ? 0 : Statistics.EffectiveOrigins.Kish(Reports.CountBy(report => report.Origin, StringComparer.Ordinal).Select(pair => (double)pair.Value));

    public int Copies => Data?.Reports.Count(report => report.Weight == 0) ?? 0;

    private sealed record Draft(KnownRecord.Coded Coded, PressureStep Step, int Month, int Span, int Published, string Chosen, string Source, double Odds);

    public static ModelInput Of(Case @case, DateOnly asOf, ModelScope scope)
    {
        var known = KnownRecord.PublishedBy(@case, asOf);
        var last = Months.Index(asOf);
        var (baselineFirst, baselineMonths) = Baseline(@case, known, last);
        var first = baselineFirst;
        var months = Math.Max(1, last - first + 1);
        var drafts = Drafts(@case, known, first, months, out var coarse, out var outside);
        var places = new PlaceMembers(@case, drafts.Select(draft => draft.Coded.Observation.Place), LeastReports);
        var sectors = Members(@case.Taxonomy.Sectors, drafts.Select(draft => (string?)draft.Coded.Observation.Sector));
        var groups = Members(@case.Taxonomy.Groups, drafts.Select(draft => draft.Coded.Observation.Group));
        var heard = drafts.CountBy(draft => draft.Source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        drafts = [.. drafts.Select(draft => heard[draft.Source] >= LeastHeard ? draft : draft with { Source = Others + known.Sources[draft.Source].Reliability })];
        var sources = drafts.Select(draft => draft.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var input = new ModelInput
        {
            AsOf = asOf,
            MonthNames = [.. Enumerable.Range(first, months).Select(Months.Name)],
            FirstMonth = first,
            Sectors = scope == ModelScope.Sector ? sectors : [],
            Places = scope == ModelScope.Place ? places.Names : [],
            Groups = scope == ModelScope.Group ? groups : [],
            Sources = sources,
            Reports = [.. drafts.Select(draft => new ModelReport(draft.Coded.Observation.Id, draft.Coded.Observation.Sector, draft.Chosen, draft.Coded.Origin, draft.Coded.Event, draft.Coded.Observation.Coder))],
            Measures = new ModelMeasures(known.Measures, first, months),
            Series = ModelSeries.Of(@case, asOf, first, months, 0, baselineMonths),
            TooCoarse = coarse,
            OutsideMonths = outside,
        };
        if (drafts.Count == 0)
            return input;
        input.Data = input.Build(drafts, places, months, baselineMonths, known);
        return input;
    }

    /// <summary>The baseline of the case; without one, the twelve months before the period; at least one month, and none after the date.</summary>
    private static (int First, int Months) Baseline(Case @case, KnownRecord known, int last)
    {
        if (@case.Header.Baseline is { FirstDay: { } from, LastDay: { } to })
        {
            var first = Math.Min(Months.Index(from), last);
            return (first, Math.Clamp(Months.Index(to) - first + 1, 1, last - first + 1));
        }

        var start = @case.Header.Period.FirstDay is { } day ? Months.Index(day)
            : known.Observations.Select(coded => coded.Observation.When.FirstDay).Min() is { } earliest ? Months.Index(earliest) : last;
        start = Math.Min(start, last) - 12;
        return (start, Math.Min(12, last - start + 1));
    }

    private static List<Draft> Drafts(Case @case, KnownRecord known, int first, int months, out int coarse, out int outside)
    {
        var drafts = new List<Draft>();
        (coarse, outside) = (0, 0);
        foreach (var coded in known.Observations)
        {
            if (@case.Taxonomy.StepOf(coded.Observation) is not { } step)
                continue;
            var (month, span) = Placed(coded.Observation);
            if (span < 0)
            {
                coarse++;
                continue;
            }

            month -= first;
            if (month < 0 || month >= months)
            {
                outside++;
                continue;
            }

            var selector = coded.Report.Selector is { } id && known.Sources.TryGetValue(id, out var chooser) && chooser.Lean is Lean.More or Lean.Less ? known.Sources[coded.Report.Selector] : null;
            var published = Math.Clamp(Months.Index(coded.Report.Published.LastDay!.Value) - first, 0, months - 1);
            drafts.Add(new Draft(coded, step, month, span, published, (selector ?? coded.Source).Id, (selector ?? coded.Source).Id, Odds(coded, selector)));
        }

        drafts.Sort((a, b) => a.Published != b.Published ? a.Published.CompareTo(b.Published) : string.CompareOrdinal(a.Coded.Observation.Id, b.Coded.Observation.Id));
        return drafts;
    }

    /// <summary>Month a report speaks of; a span below 0 where the date is too coarse. A level stands for the middle of its date, a change for the end of it: "worse" says where things stand against before the measures.</summary>
    private static (int Month, int Span) Placed(Observation observation)
    {
        if (Months.Days(observation.When) is not var (from, to) || Months.Index(to) - Months.Index(from) is var width && width >= WidestDate)
            return (0, -1);
        return (observation.Kind == ObservationKind.Change ? Months.Index(to) : Months.Index(from) + width / 2, 0);
    }

    /// <summary>Factor on the odds that a report is informative: its Admiralty digit and, where a selector stands for the source, the source's letter against the selector's.</summary>
    private static double Odds(KnownRecord.Coded coded, Source? selector)
    {
        var digit = coded.Observation.Credibility switch { 1 => 4.0, 2 => 2, 4 => 0.5, 5 => 0.25, _ => 1 };
        if (selector is null)
            return digit;
        var (own, chooser) = (ReliabilityOf(coded.Source.Reliability), ReliabilityOf(selector.Reliability));
        return digit * Math.Min(1, own / (1 - own) / (chooser / (1 - chooser)));
    }

    /// <summary>Share of reports that follow the state before any is read, by the source's Admiralty letter; F, which is no grade, takes the mean of all.</summary>
    internal static double ReliabilityOf(Admiralty.Reliability letter) => letter switch
    {
        Admiralty.Reliability.A => 0.95,
        Admiralty.Reliability.B => 0.85,
        Admiralty.Reliability.C => 0.70,
        Admiralty.Reliability.D => 0.50,
        Admiralty.Reliability.E => 0.30,
        _ => 0.70,
    };

    /// <summary>The same input with each report weighted by the chance that it follows the state at all, as its source's letter and its own digit have it before it is read.</summary>
    public ModelInput Graded()
    {
        var graded = (ModelInput)MemberwiseClone();
        graded.Data = Data is not { } data ? null : data with { Reports = [.. data.Reports.Select(report => report with { Weight = report.Weight * Share(data.Sources[report.Source].Reliability, report.Odds) })] };
        return graded;

        static double Share(double reliability, double odds) => odds * reliability / (odds * reliability + 1 - reliability);
    }

    /// <summary>The same input with how many reports there were on each cell in each month, from the first month of a report to the last: what a model in which reporting depends on the pressure foretells too.</summary>
    /// <remarks>Each cell has a rate of its own; that all are reported on more from month to month moves them together and is no evidence. Copies do not count.</remarks>
    public ModelInput Counted()
    {
        var counted = (ModelInput)MemberwiseClone();
        if (Data is not { } data || data.Reports.All(report => report.Weight == 0))
            return counted;
        var numbers = data.Reports.Where(report => report.Weight > 0).CountBy(report => (report.Cell, report.Month)).ToDictionary();
        var (first, last) = (numbers.Keys.Min(key => key.Month), numbers.Keys.Max(key => key.Month));
        var cells = numbers.Keys.Select(key => key.Cell).Distinct().Order().ToList();
        counted.Data = data with { Counts = [.. cells.SelectMany(cell => Enumerable.Range(first, last - first + 1).Select(month => new OrdinalCount(cell, month, cell, numbers.GetValueOrDefault((cell, month)))))] };
        return counted;
    }

    /// <summary>The same input without its numeric series.</summary>
    public ModelInput WithoutSeries()
    {
        var bare = (ModelInput)MemberwiseClone();
        bare.Data = Data is not { } data ? null : data with { Series = [] };
        return bare;
    }

    private static IReadOnlyList<string> Members(IReadOnlyList<Term> terms, IEnumerable<string?> named)
    {
        var counts = named.OfType<string>().CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. terms.Select(term => term.Id).Where(id => counts.GetValueOrDefault(id) >= LeastReports)];
    }
}
