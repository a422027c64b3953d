using Manometer.Model;

namespace Manometer.Publishing;

/// <summary>The outline of a province as the page carries it: longitude and latitude to a thousandth of a degree, about 100 m.</summary>
internal sealed record Outline(string Name, string? Native, string? Code, IReadOnlyList<IReadOnlyList<double[]>> Rings)
{
    public static Outline Of(Province province) => new(
        province.Name,
        province.Native,
        province.Code,
        [.. province.Rings.Select(ring => (IReadOnlyList<double[]>)[.. Thinned(ring)])]);

    /// <summary>Points that fall together after rounding are written once.</summary>
    private static IEnumerable<double[]> Thinned(IReadOnlyList<GeoPoint> ring)
    {
        (double, double)? last = null;
        foreach (var point in ring)
        {
            var rounded = (Math.Round(point.Longitude, 3), Math.Round(point.Latitude, 3));
            if (rounded == last)
                continue;
            last = rounded;
            yield return [rounded.Item1, rounded.Item2];
        }
    }
}
