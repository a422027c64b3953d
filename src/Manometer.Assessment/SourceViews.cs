using Manometer.Model;
namespace Manometer.Assessment;

/// <summary>Sources with what each said or selected.</summary>
internal static class SourceViews
{
    public static IReadOnlyList<AssessedSource> Build(KnownRecord known, IReadOnlyList<AssessedObservation> views, IReadOnlyList<Dispute> disputes)
    {
        var trust = Trust.Of(known, views);
        var sourceOf = views.ToDictionary(view => view.Id, view => view.Source, StringComparer.Ordinal);
        var disputed = disputes.SelectMany(dispute => new[] { sourceOf[dispute.One], sourceOf[dispute.Other] }.Distinct(StringComparer.Ordinal)).CountBy(source => source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var own = views.ToLookup(view => view.Source, StringComparer.Ordinal);
        var selected = views.Where(view => view.Selector is not null).ToLookup(view => view.Selector!, StringComparer.Ordinal);
        var reports = known.Reports.ToLookup(report => report.Source, StringComparer.Ordinal);
        return [.. known.Sources.Values
            .Where(source => reports.Contains(source.Id) || selected.Contains(source.Id))
            .Select(source => new AssessedSource
            {
                Id = source.Id,
                Name = source.Name,
                Kind = Word.Of(source.Kind),
                Reliability = source.Reliability.ToString(),
                OriginGroup = source.OriginGroup,
                Lean = Word.Of(source.Lean),
                Url = source.Url,
                Note = source.Note,
                Reports = reports[source.Id].Count(),
                Observations = own[source.Id].Count(),
                Selected = selected[source.Id].Count(),
                Trust = trust.GetValueOrDefault(source.Id),
                Origins = own[source.Id].Select(view => view.Origin).Distinct(StringComparer.Ordinal).Count(),
                Shared = own[source.Id].Where(view => view.Witnesses > 1).Select(view => view.Event).Distinct(StringComparer.Ordinal).Count(),
                Disputed = disputed.GetValueOrDefault(source.Id),
                Balance = Balances.OfAny(own[source.Id].Concat(selected[source.Id].Where(view => view.Source != source.Id))),
            })
            .OrderByDescending(view => view.Observations + view.Selected)
            .ThenBy(view => view.Id, StringComparer.Ordinal)];
    }
}
