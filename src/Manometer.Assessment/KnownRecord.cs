using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The part of a case that was surely public by a day.</summary>
internal sealed record KnownRecord
{
    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>Observations with their report and its source.</summary>
    public required IReadOnlyList<Coded> Observations { get; init; }

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
        var observations = new List<Coded>(@case.Observations.Count);
        foreach (var observation in @case.Observations)
            if (reports.TryGetValue(observation.Report, out var report))
                observations.Add(new Coded(observation, report, sources[report.Source]));
        return new KnownRecord
        {
            AsOf = asOf,
            Reports = [.. @case.Reports.Where(report => reports.ContainsKey(report.Id))],
            Observations = observations,
            Measures = [.. @case.Measures.Where(measure => measure.Adopted.FirstDay is { } day && day <= asOf)],
            Sources = sources,
            Taxonomy = @case.Taxonomy,
            Levels = @case.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.Level, StringComparer.Ordinal),
            Withheld = @case.Observations.Count - observations.Count,
        };
    }

    /// <summary>An observation with the report it is coded from and that report's source.</summary>
    internal readonly record struct Coded(Observation Observation, Report Report, Source Source)
    {
        /// <summary>Key of the independent origin: the coded origin, else the source's origin group, else the source.</summary>
        public string Origin => Observation.Origin ?? Source.OriginGroup ?? Source.Id;
    }
}
