using System.Globalization;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The register of measures with the observations tied to each.</summary>
internal static class MeasureViews
{
    public static IReadOnlyList<AssessedMeasure> Build(IReadOnlyList<Measure> measures, IReadOnlyList<AssessedObservation> views)
    {
        var stated = new Dictionary<string, List<AssessedObservation>>(StringComparer.Ordinal);
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var view in views)
            foreach (var match in view.Measures)
                if (!match.Stated)
                    near[match.Measure] = near.GetValueOrDefault(match.Measure) + 1;
                else if (stated.TryGetValue(match.Measure, out var list))
                    list.Add(view);
                else
                    stated.Add(match.Measure, [view]);
        var implementedBy = measures.SelectMany(measure => measure.Implements.Select(id => (Of: id, By: measure.Id))).ToLookup(pair => pair.Of, pair => pair.By, StringComparer.Ordinal);
        return [.. measures
            .Select(measure => View(measure, stated.GetValueOrDefault(measure.Id) ?? [], near.GetValueOrDefault(measure.Id), [.. implementedBy[measure.Id]]))
            .OrderBy(view => view.Start)
            .ThenBy(view => view.Id, StringComparer.Ordinal)];
    }

    private static AssessedMeasure View(Measure measure, List<AssessedObservation> stated, int near, IReadOnlyList<string> implementedBy) => new()
    {
        Id = measure.Id,
        Issuer = measure.Issuer,
        Name = measure.Name,
        Adopted = measure.Adopted.ToString(),
        Published = measure.Published?.ToString(),
        Effective = (measure.Effective ?? measure.Adopted).ToString(),
        Start = MeasureMatching.StartOf(measure) ?? DateOnly.MinValue,
        WinddownEnd = measure.WinddownEnd?.ToString(),
        WinddownLast = measure.WinddownEnd?.LastDay,
        Sectors = measure.Sectors,
        Status = Word.Of(measure.Status),
        Summary = measure.Summary,
        Cap = measure.Caps.Count == 0 ? null : string.Join(" or ", measure.Caps.Select(CapInWords)) + (measure.Caps.Select(cap => cap.Unit).Distinct(StringComparer.Ordinal).Count() > 1 ? ", whichever is lower" : ""),
        Implements = measure.Implements,
        ImplementedBy = implementedBy,
        Supersedes = measure.Supersedes,
        Url = measure.SourceUrl,
        Verification = Word.Of(measure.Verification),
        Note = measure.Note,
        Stated = stated.Count,
        Near = near,
        Attribution = AttributionSplits.Of(stated),
    };

    private static string CapInWords(Cap cap) =>
        string.Create(CultureInfo.InvariantCulture, $"{cap.Value:#,0.##} {cap.Unit}") + (cap.Period is null ? "" : $" ({cap.Period})");
}
