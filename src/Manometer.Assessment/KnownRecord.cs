using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The part of a case that was surely public by a day.</summary>
internal sealed record KnownRecord
{
    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>Observations with their report and its source.</summary>
    public required IReadOnlyList<Coded> Observations { get; init; }

    /// <summary>Decisions that stand.</summary>
    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>Observations by the happening they tell of.</summary>
    public required EventClusters Events { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    public required Taxonomy Taxonomy { get; init; }

    /// <summary>What each place of the gazetteer is.</summary>
    public required IReadOnlyDictionary<string, PlaceLevel> Levels { get; init; }

    /// <summary>Observations left out, because their report was not surely published by the day.</summary>
    public required int Withheld { get; init; }

    /// <summary>A report counts once the last day its date of publication allows has passed; a measure once it may have been adopted.</summary>
    public static KnownRecord PublishedBy(Case @case, DateOnly asOf)
    {
        var sources = new Dictionary<string, Source>(@case.Sources.Count, StringComparer.Ordinal);
        foreach (var source in @case.Sources)
            sources.TryAdd(source.Id, source);
        var reports = new Dictionary<string, Report>(@case.Reports.Count, StringComparer.Ordinal);
        foreach (var report in @case.Reports)
            if (report.Published.LastDay is { } day && day <= asOf)
                reports.TryAdd(report.Id, report);
        var witnesses = FirstWitnesses(reports.Values, @case.Sources);
        var observations = new List<Coded>(@case.Observations.Count);
        foreach (var observation in @case.Observations)
            if (reports.TryGetValue(observation.Report, out var report))
                observations.Add(new Coded(observation, report, sources[report.Source], witnesses.GetValueOrDefault(report.Id)));
        var origins = new OriginGraph(observations, @case.Links);
        var events = EventClusters.Of(observations, @case.Places, @case.Links);
        for (var i = 0; i < observations.Count; i++)
        {
            var (origin, by) = origins.Of(observations[i]);
            observations[i] = observations[i] with { Origin = origin, OriginBy = by, Event = events.NameOf(observations[i].Observation.Id), Copy = origins.IsCopy(observations[i].Report.Id) };
        }

        return new KnownRecord
        {
            AsOf = asOf,
            Links = [.. @case.Links.Where(link => link.Withdrawn is null)],
            Events = events,
            Reports = [.. @case.Reports.Where(report => reports.ContainsKey(report.Id))],
            Observations = observations,
            Measures = [.. @case.Measures.Where(measure => measure.Adopted.FirstDay is { } day && day <= asOf)],
            Sources = sources,
            Taxonomy = @case.Taxonomy,
            Levels = @case.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.Level, StringComparer.Ordinal),
            Withheld = @case.Observations.Count - observations.Count,
        };
    }

    /// <summary>Of each report whose chain begins with a source of the case, by its id or its name: that source.</summary>
    private static Dictionary<string, Source> FirstWitnesses(IEnumerable<Report> reports, IReadOnlyList<Source> sources)
    {
        var known = new Dictionary<string, Source>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
            known.TryAdd(source.Id, source);
        foreach (var source in sources)
            known.TryAdd(source.Name, source);
        var witnesses = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var report in reports)
            if (report.Chain is { } chain && known.TryGetValue(chain.Split('>', 2)[0].Trim(), out var first))
                witnesses.Add(report.Id, first);
        return witnesses;
    }

    /// <summary>An observation with the report it is coded from, that report's source, and the source its chain begins with when that is one of the case.</summary>
    internal readonly record struct Coded(Observation Observation, Report Report, Source Source, Source? FirstWitness)
    {
        /// <summary>Key of the independent origin.</summary>
        public string Origin { get; init; } = "";

        /// <summary>How the origin is known.</summary>
        public OriginBy OriginBy { get; init; }

        /// <summary>The happening it shares with others, or that its coder named; null for one of its own.</summary>
        public string? Event { get; init; }

        /// <summary>Its report was decided to be a copy of an earlier one.</summary>
        public bool Copy { get; init; }
    }
}
