using System.Globalization;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>boundaries.geojson</c> (RFC 7946): named polygons of first-level units.</summary>
internal static class Boundaries
{
    public const string File = "boundaries.geojson";

    public static IReadOnlyList<Province> Read(ReadingContext context)
    {
        if (context.Open(File) is not { } source)
            return [];
        using var document = JsonText.Parse(source, context.Faults);
        if (document is null)
            return [];
        var provinces = new List<Province>();
        if (document.RootElement.Text("type") != "FeatureCollection")
            context.Faults.Add(Rules.NotGeoJson, source, 0, 1, "a FeatureCollection", document.RootElement.Text("type") ?? "something else");
        var number = 0;
        foreach (var feature in document.RootElement.Items("features"))
        {
            number++;
            var properties = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var found) ? found : default;
            var name = properties.Text("name");
            var rings = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("geometry", out var geometry) ? Rings(geometry) : null;
            var at = name is null ? 0 : Math.Max(0, source.Text.IndexOf($"\"{name}\"", StringComparison.Ordinal));
            if (name is null || rings is null or { Count: 0 })
                context.Faults.Add(Rules.NotGeoJson, source, at, 1, "features with a name and a Polygon or MultiPolygon in degrees, each ring closed", string.Create(CultureInfo.InvariantCulture, $"feature {number} without {(name is null ? "a name" : "one")}"));
            else if (provinces.Exists(other => other.Name == name))
                context.Faults.Add(Rules.NotGeoJson, source, at, 1, "one feature a name; several parts make a MultiPolygon", $"{name} twice");
            else
                provinces.Add(new Province { Name = name, Native = properties.Text("native"), Code = properties.Text("code"), Rings = rings });
        }

        return provinces;
    }

    private static List<IReadOnlyList<GeoPoint>>? Rings(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            return null;
        return geometry.Text("type") switch
        {
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Several(coordinates),
            _ => null,
        };
    }

    private static List<IReadOnlyList<GeoPoint>>? Several(JsonElement polygons)
    {
        var all = new List<IReadOnlyList<GeoPoint>>();
        foreach (var polygon in polygons.EnumerateArray())
        {
            if (Polygon(polygon) is not { } rings)
                return null;
            all.AddRange(rings);
        }

        return all;
    }

    private static List<IReadOnlyList<GeoPoint>>? Polygon(JsonElement polygon)
    {
        if (polygon.ValueKind != JsonValueKind.Array)
            return null;
        var rings = new List<IReadOnlyList<GeoPoint>>();
        foreach (var ring in polygon.EnumerateArray())
        {
            if (ring.ValueKind != JsonValueKind.Array)
                return null;
            var points = new List<GeoPoint>();
            foreach (var point in ring.EnumerateArray())
            {
                if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2
                    || point[0].ValueKind != JsonValueKind.Number || point[1].ValueKind != JsonValueKind.Number
                    || !point[0].TryGetDouble(out var longitude) || !point[1].TryGetDouble(out var latitude)
                    || !(Math.Abs(longitude) <= 180) || !(Math.Abs(latitude) <= 90))
                    return null;
                points.Add(new GeoPoint(latitude, longitude));
            }

            if (points.Count < 4 || points[0] != points[^1]) // RFC 7946, 3.1.6: four positions or more, the last the first again
                return null;
            rings.Add(points);
        }

        return rings;
    }
}
