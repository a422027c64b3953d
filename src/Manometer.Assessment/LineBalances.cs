using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>One line per sector, group or place.</summary>
internal static class LineBalances
{
    public static IReadOnlyList<LineBalance> Of(IReadOnlyList<Term> terms, IReadOnlyList<AssessedObservation> views, Func<AssessedObservation, string?> key, IReadOnlyList<string> months)
    {
        var byKey = views.Where(view => key(view) is not null).ToLookup(view => key(view)!, StringComparer.Ordinal);
        return [.. terms.Where(term => byKey.Contains(term.Id)).Select(term => Line(term.Id, term.Name, [.. byKey[term.Id]], months))];
    }

    public static IReadOnlyList<LineBalance> OfPlaces(IReadOnlyList<Place> places, IReadOnlyList<AssessedObservation> views, IReadOnlyList<string> months)
    {
        var byPlace = views.Where(view => view.Place is not null).ToLookup(view => view.Place!, StringComparer.Ordinal);
        return [.. places
            .Where(place => byPlace.Contains(place.Id))
            .Select(place => Line(place.Id, place.Name, [.. byPlace[place.Id]], months))
            .OrderByDescending(line => line.Observations)
            .ThenBy(line => line.Id, StringComparer.Ordinal)];
    }

    private static LineBalance Line(string id, string name, List<AssessedObservation> views, IReadOnlyList<string> months)
    {
        var heard = views.SelectMany(view => view.Months).ToHashSet(StringComparer.Ordinal);
        return new LineBalance
        {
            Id = id,
            Name = name,
            Balance = Balances.OfAny(views),
            Observations = views.Count,
            Attribution = AttributionSplits.Of(views.Where(view => view.Step is not null)),
            FirstMonth = heard.Min(StringComparer.Ordinal),
            LastMonth = heard.Max(StringComparer.Ordinal),
            SilentMonths = months.Count(month => !heard.Contains(month)),
        };
    }
}
