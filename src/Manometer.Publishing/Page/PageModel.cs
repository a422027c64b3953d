using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>An assessment with what the parts of the page look up: names, anchors, and which sections there are.</summary>
internal sealed class PageModel
{
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sectorNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groupNames = new(StringComparer.Ordinal);

    public PageModel(CaseAssessment assessment, bool map)
    {
        A = assessment;
        Observations = ById(assessment.Observations, one => one.Id);
        Sources = ById(assessment.Sources, one => one.Id);
        Places = ById(assessment.Gazetteer, one => one.Id);
        Measures = ById(assessment.Measures, one => one.Id);
        SeriesByName = ById(assessment.Series, one => one.Name);
        foreach (var line in assessment.Sectors)
            _sectorNames.TryAdd(line.Id, line.Name);
        foreach (var line in assessment.Groups)
            _groupNames.TryAdd(line.Id, line.Name);
        Charted = [.. assessment.Series.Where(one => IsCharted(one) && IsFull(one))];
        Sparse = [.. assessment.Series.Where(one => IsCharted(one) && !IsFull(one))];
        Listed = [.. assessment.Series.Where(one => !IsCharted(one))];
        Sections = Publishing.Page.Sections.Of(this, map);
        AddAnchors();
    }

    /// <summary>The assessment.</summary>
    public CaseAssessment A { get; }

    public IReadOnlyDictionary<string, AssessedObservation> Observations { get; }

    public IReadOnlyDictionary<string, AssessedSource> Sources { get; }

    public IReadOnlyDictionary<string, AssessedPlace> Places { get; }

    public IReadOnlyDictionary<string, AssessedMeasure> Measures { get; }

    public IReadOnlyDictionary<string, AssessedSeries> SeriesByName { get; }

    /// <summary>Series drawn as a chart at first sight: outcomes, controls and mediators with three values or more within the period, which can be compared or have ten values.</summary>
    public IReadOnlyList<AssessedSeries> Charted { get; }

    /// <summary>The other outcomes, controls and mediators with three values or more within the period: their charts are folded away.</summary>
    public IReadOnlyList<AssessedSeries> Sparse { get; }

    /// <summary>The other series, shown as tables only.</summary>
    public IReadOnlyList<AssessedSeries> Listed { get; }

    /// <summary>Sections that have something to show, in reading order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    public Section? Section(string id) => Sections.FirstOrDefault(section => section.Id == id);

    public string Source(string id) => Sources.TryGetValue(id, out var source) ? source.Name : id;

    /// <summary>Name of a part of the record that was left out.</summary>
    public string Part(LeaveOut left) => left.Kind == "source" ? Source(left.Id) : left.Id;

    public string Place(string id) => Places.TryGetValue(id, out var place) ? place.Name : Say.Plain(id);

    public string Sector(string id) => _sectorNames.TryGetValue(id, out var name) ? name : Say.Sentence(Say.Plain(id));

    public string Group(string id) => _groupNames.TryGetValue(id, out var name) ? name : Say.Sentence(Say.Plain(id));

    /// <summary>Issuer and name of a measure, or its identifier where the register does not hold it.</summary>
    public string Measure(string id) => Measures.TryGetValue(id, out var measure) ? measure.Name : id;

    /// <summary>Where on the page the thing with this identifier stands, as a fragment with its hash sign; null when it is not on the page.</summary>
    public string? Anchor(string id) => _anchors.GetValueOrDefault(id);

    public static string Fragment(string anchor) => "#" + Uri.EscapeDataString(anchor);

    private static bool IsFull(AssessedSeries series) => series.Comparison is not null || series.Points.Count(point => point.Value is not null) >= 10;

    private bool IsCharted(AssessedSeries series)
    {
        if (series.Role is not ("outcome" or "control" or "mediator") || A.Subject.Months.Count == 0)
            return false;
        var from = A.Subject.Months[0] + "-01";
        return series.Points.Count(point => point.Value is not null && string.CompareOrdinal(point.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), from) >= 0) >= 3;
    }

    private void AddAnchors()
    {
        Add(A.Observations, one => one.Id, "obs");
        Add(A.Measures, one => one.Id, "measure");
        Add(A.Series, one => one.Name, "series");
        Add(A.Forecasts, one => one.Id, "forecast");
        Add(A.Mechanisms, one => one.Id, "mechanism");
        Add(A.Sources, one => one.Id, "source");
        Add(A.Challenges, one => one.Id, "challenge");
    }

    private void Add<T>(IReadOnlyList<T> items, Func<T, string> id, string kind)
    {
        foreach (var item in items)
            _anchors.TryAdd(id(item), Fragment($"{kind}-{id(item)}"));
    }

    private static Dictionary<string, T> ById<T>(IReadOnlyList<T> items, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            byId.TryAdd(id(item), item);
        return byId;
    }
}
