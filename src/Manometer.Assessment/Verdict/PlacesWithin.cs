using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Which place lies within which: a place in the province it names.</summary>
internal sealed class PlacesWithin(IReadOnlyList<Place> places)
{
    private readonly Dictionary<string, Place> _places = places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, StringComparer.Ordinal);

    /// <summary>Is a place this one, or within it?</summary>
    public bool Holds(string around, string? id) =>
        id is not null && (id == around || (_places.TryGetValue(around, out var whole) && whole.Level == PlaceLevel.Province && _places.TryGetValue(id, out var part) && part.Province is { } province && (province == whole.Name || province == whole.Province)));
}
