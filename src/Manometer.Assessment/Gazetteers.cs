using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The places an assessment names.</summary>
internal static class Gazetteers
{
    public static IReadOnlyList<AssessedPlace> Of(IReadOnlyList<Place> places, IReadOnlyList<AssessedObservation> views, IReadOnlyList<Series> series)
    {
        var named = views.Select(view => view.Place).Concat(series.Select(one => one.Place)).ToHashSet(StringComparer.Ordinal);
        return [.. places.Where(place => named.Contains(place.Id)).Select(place => new AssessedPlace
        {
            Id = place.Id,
            Name = place.Name,
            Latitude = place.Point?.Latitude,
            Longitude = place.Point?.Longitude,
            Level = Word.Of(place.Level),
            Province = place.Province,
            Countries = place.Countries,
            Precision = Word.Of(place.Precision),
        })];
    }
}
