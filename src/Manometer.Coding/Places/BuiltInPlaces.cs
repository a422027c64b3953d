using System.Globalization;
using System.Text;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The places of the cases that come with the program, and the countries.</summary>
public static class BuiltInPlaces
{
    private const string Folder = "places/";

    private static readonly Lazy<IReadOnlyList<string[]>> Rows = new(() => LexiconFile.Rows("countries.csv"));

    /// <summary>The countries of the world: ISO 3166-1 alpha-2 code in capitals, and English name.</summary>
    public static IReadOnlyDictionary<string, string> Countries() => Rows.Value.ToDictionary(row => row[0].ToUpperInvariant(), row => row[1], StringComparer.Ordinal);

    /// <summary>Does a country's capital lie south of the equator, so that its spring begins in September?</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code.</param>
    public static bool IsSouthern(string country) => Rows.Value.Any(row => row[5].Length > 0 && row[0].Equals(country, StringComparison.OrdinalIgnoreCase));

    /// <summary>All of them, in order of the cases' names; of two with one identifier the first is kept.</summary>
    public static IReadOnlyList<Place> Read()
    {
        var places = new List<Place>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in typeof(BuiltInPlaces).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = typeof(BuiltInPlaces).Assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in LexiconFile.AllRows(reader))
            {
                if (columns.Count == 0)
                {
                    for (var i = 0; i < row.Length; i++)
                        columns[row[i]] = i;
                    continue;
                }

                if (!seen.Add(Cell("id")))
                    continue;
                places.Add(new Place
                {
                    Id = Cell("id"),
                    Name = Cell("name"),
                    Level = Word.TryParse<PlaceLevel>(Cell("level"), out var level) ? level : default,
                    Province = Cell("province") is { Length: > 0 } province ? province : null,
                    Countries = List("country"),
                    Variants = List("variants"),
                    Native = List("native"),
                    Point = double.TryParse(Cell("lat"), CultureInfo.InvariantCulture, out var latitude) && double.TryParse(Cell("lon"), CultureInfo.InvariantCulture, out var longitude) ? new GeoPoint(latitude, longitude) : null,
                });

                string Cell(string column) => columns.TryGetValue(column, out var at) && at < row.Length ? row[at] : "";
                string[] List(string column) => Cell(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
        }

        return places;
    }
}
