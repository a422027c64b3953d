using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Are places in the province they are said to be in?</summary>
internal static class ProvinceCheck
{
    /// <summary>Compares a place's stated province with the outline its coordinates lie in. Places outside the target country are not looked at.</summary>
    public static void OfPlace(RowReader row, int column, Place place)
    {
        var context = row.Context;
        if (place.Point is not { } point || !place.Countries.Contains(context.Target) || place.Level is PlaceLevel.Country or PlaceLevel.Line)
            return;
        if (place.Level != PlaceLevel.Province)
            context.Points[place.Id] = point;
        if (place.Province is not { } stated || context.Provinces.Count == 0)
            return;
        var around = Around(context.Provinces, point);
        if (Named(context.Provinces, stated) is not { } outline)
            row.Report(Rules.NoOutline, column, $"a province of boundaries.geojson; the coordinates lie in {around?.Name ?? "none of them"}", stated, "add the outline, or leave the warning: the coordinates cannot be checked");
        else if (!Contains(outline, point))
            row.Report(Rules.OutsideProvince, column, $"{around?.Name ?? "a province near by"}, where the coordinates lie", stated);
    }

    /// <summary>Compares the province a report names with the outline its place lies in.</summary>
    public static void OfStatement(RowReader row, int column, Observation observation)
    {
        var context = row.Context;
        if (observation.PlaceStated is not { } stated || observation.Place is not { } place || !context.Points.TryGetValue(place, out var point))
            return;
        var comma = stated.LastIndexOf(',');
        if (comma < 0 || Named(context.Provinces, stated[(comma + 1)..].Trim()) is not { } named || Contains(named, point))
            return;
        row.Report(Rules.StatedElsewhere, column, $"{Around(context.Provinces, point)?.Name ?? "another province"}, where the coordinates of {place} lie", stated, "nothing, if the report is quoted rightly: the warning tells a fault of the report");
    }

    /// <summary>Even-odd rule over all rings: a point in a hole is outside.</summary>
    public static bool Contains(Province province, GeoPoint point)
    {
        var inside = false;
        foreach (var ring in province.Rings)
            for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
                if (ring[i].Latitude > point.Latitude != ring[j].Latitude > point.Latitude
                    && point.Longitude < (ring[j].Longitude - ring[i].Longitude) * (point.Latitude - ring[i].Latitude) / (ring[j].Latitude - ring[i].Latitude) + ring[i].Longitude)
                    inside = !inside;
        return inside;
    }

    private static Province? Around(IReadOnlyList<Province> provinces, GeoPoint point) => provinces.FirstOrDefault(province => Contains(province, point));

    private static Province? Named(IReadOnlyList<Province> provinces, string name) =>
        provinces.FirstOrDefault(province => province.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || province.Native == name);
}
