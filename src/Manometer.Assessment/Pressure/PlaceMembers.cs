using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Places with a line of their own; one with few reports goes with its province, and what is known of the whole target only with none.</summary>
internal sealed class PlaceMembers
{
    private readonly Dictionary<string, string> _memberOf = new(StringComparer.Ordinal);

    public PlaceMembers(Case @case, IEnumerable<string?> named, int least)
    {
        var places = @case.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, StringComparer.Ordinal);
        var counts = named.OfType<string>().Where(id => places.TryGetValue(id, out var place) && !IsWhole(place, @case.Header.TargetCountry)).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, count) in counts.Where(pair => pair.Value >= least))
            _memberOf.Add(id, id);
        foreach (var group in counts.Keys.Where(id => !_memberOf.ContainsKey(id) && places[id].Province is not null).GroupBy(id => places[id].Province!, StringComparer.Ordinal))
        {
            if (group.Sum(id => counts[id]) < least)
                continue;
            // a province of the gazetteer lends its own identifier
            var province = @case.Places.FirstOrDefault(place => place.Level == PlaceLevel.Province && (place.Province ?? place.Name) == group.Key)?.Id ?? group.Key;
            foreach (var id in group)
                _memberOf.Add(id, province);
        }

        Names = [.. _memberOf.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public string? Of(string? place) => place is not null && _memberOf.TryGetValue(place, out var member) ? member : null;

    private static bool IsWhole(Place place, string target) => place.Level == PlaceLevel.Country && place.Countries.Contains(target);
}
