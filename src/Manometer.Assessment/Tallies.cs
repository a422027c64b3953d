namespace Manometer.Assessment;

/// <summary>How much of what is in the record.</summary>
internal static class Tallies
{
    public static Tally Of(KnownRecord known, IReadOnlyList<AssessedObservation> views, IReadOnlyList<AssessedObservation> stepped) => new()
    {
        Observations = views.Count,
        WithStep = stepped.Count,
        Acts = views.Count(view => view.Kind == "act"),
        Background = views.Count(view => view.Kind == "context"),
        Conjectures = views.Count(view => view.Kind is "level" or "change" && view.Polarity is "hypothetical" or "forecast"),
        Reports = known.Reports.Count,
        Sources = known.Reports.Select(report => report.Source).Distinct(StringComparer.Ordinal).Count(),
        Origins = stepped.Select(view => view.Origin).Distinct(StringComparer.Ordinal).Count(),
        Measures = known.Measures.Count,
        Withheld = known.Withheld,
        Attribution = AttributionSplits.Of(stepped),
    };
}
