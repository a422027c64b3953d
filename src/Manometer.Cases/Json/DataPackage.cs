using System.Globalization;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>datapackage.json</c>: the series with their units and roles, what is to be credited, and whether it describes the tables as they are.</summary>
internal sealed class DataPackage : IDisposable
{
    public const string File = "datapackage.json";

    private readonly ReadingContext _context;
    private readonly SourceText? _source;
    private readonly JsonDocument? _document;
    private readonly List<JsonElement> _resources;

    public DataPackage(ReadingContext context)
    {
        _context = context;
        _source = context.Open(File);
        _document = _source is null ? null : JsonText.Parse(_source, context.Faults);
        _resources = _document is null ? [] : [.. _document.RootElement.Items("resources").Where(resource => resource.Text("path") is not null)];
    }

    public void Dispose() => _document?.Dispose();

    /// <summary>Every series it describes, with its points.</summary>
    public IReadOnlyList<Series> ReadSeries()
    {
        var series = new List<Series>();
        var files = _context.Files.List();
        var present = files.ToHashSet(StringComparer.Ordinal); // only these: a path such as series/../../x leads out of the case
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in _resources)
        {
            var path = resource.Text("path")!;
            if (!path.StartsWith("series/", StringComparison.Ordinal) || !described.Add(path))
                continue;
            if (!present.Contains(path))
                _context.Faults.Add(Rules.SeriesMissing, _source!, Find(_source!, path), path.Length, "a file of the case", path, "restore the file, or remove its resource");
            else if (Describe(_context, _source!, resource, path) is { } one)
                series.Add(SeriesTable.Read(_context, one));
        }

        foreach (var path in files)
            if (path.StartsWith("series/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal) && !described.Contains(path))
                _context.Faults.Add(Rules.SeriesNotDescribed, path, "a resource in datapackage.json with unit, place and role", "none", "describe it as docs/case-folder/series.md shows");
        return series;
    }

    private static Series? Describe(ReadingContext context, SourceText source, JsonElement resource, string path)
    {
        var at = Find(source, path);
        var own = resource.TryGetProperty("manometer", out var found) ? found : default;
        var (title, unit, role) = (own.Text("title"), own.Text("unit"), own.Text("role"));
        if (title is null || unit is null || role is null)
        {
            context.Faults.Add(Rules.DescriptionIncomplete, source, at, path.Length, "\"manometer\": {\"title\": ..., \"unit\": ..., \"role\": ...}", $"no {(title is null ? "title" : unit is null ? "unit" : "role")}");
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(path);
        if (!RowReader.IsId(name))
        {
            Wrong(Rules.BadId, "a file name of letters, digits, dots, hyphens, underscores: it is the name of the series", name);
            return null;
        }

        if (!context.IdsOf("series").Add(name))
        {
            Wrong(Rules.IdTwice, "a file name no other series has, whatever its folder", name);
            return null;
        }

        if (!Word.TryParse<SeriesRole>(role, out var parsed))
            Wrong(Rules.NotAWord, string.Join(", ", Word.All<SeriesRole>()), role);
        var pressure = own.ValueKind == JsonValueKind.Object && own.TryGetProperty("pressure", out var sign) && sign.ValueKind == JsonValueKind.Number && sign.TryGetInt32(out var number) ? number : 0;
        if (pressure is < -1 or > 1)
            Wrong(Rules.OutOfRange, "1, 0 or -1", pressure.ToString(CultureInfo.InvariantCulture));
        if (own.Text("place") is { } place && !context.IdsOf("places").Contains(place))
            Wrong(Rules.UnknownReference, "an identifier of places.csv" + (Nearest.To(place, context.IdsOf("places")) is { } near ? $"; did you mean '{near}'?" : ""), place);
        foreach (var (part, word) in new[] { ("sectors", own.Text("sector")), ("indicators", own.Text("indicator")) })
            if (word is not null && context.Words.Find(part, word) is null)
                Wrong(Rules.NotAWord, $"one of the {part}" + (Nearest.To(word, context.Words.Of(part)) is { } near ? $"; did you mean '{near}'?" : ""), word);
        return new Series
        {
            Name = name,
            File = path,
            Title = title,
            Unit = unit,
            Place = own.Text("place"),
            Sector = own.Text("sector"),
            Indicator = own.Text("indicator"),
            Role = parsed,
            Pressure = pressure,
        };

        void Wrong(DiagnosticRule rule, string expected, string value) => context.Faults.Add(rule, source, at, path.Length, expected, value);
    }

    /// <summary>Compares what it says of the tables with the tables; to be called when all are read.</summary>
    public void CheckTables()
    {
        if (_document is null)
            return;
        var (context, source, resources) = (_context, _source!, _resources);
        foreach (var table in TableSchemas.All)
        {
            if (context.Files.Size(table.File) is null || context.Unread.Contains(table.File))
                continue;
            var resource = resources.FirstOrDefault(one => one.Text("path") == table.File);
            if (resource.ValueKind != JsonValueKind.Object)
            {
                context.Faults.Add(Rules.TableNotDescribed, source, 0, 1, $"a resource with the path '{table.File}'", "none", NextCommand.Describe(context.CaseName));
                continue;
            }

            var described = resource.TryGetProperty("schema", out var schema) ? schema.Items("fields").Select(field => field.Text("name") ?? "").ToList() : [];
            var actual = context.HeaderOf(table.File);
            if (!described.SequenceEqual(actual, StringComparer.Ordinal))
                context.Faults.Add(Rules.ColumnNotDescribed, source, Find(source, table.File), table.File.Length, $"the columns of {table.File}: {string.Join(", ", actual.Except(described).Take(3).DefaultIfEmpty("in their order"))}", string.Join(", ", described.Except(actual).Take(3).DefaultIfEmpty("other columns, or another order")), NextCommand.Describe(context.CaseName));
        }
    }

    /// <summary>Licences and sources to be credited.</summary>
    public IReadOnlyList<Credit> Credits()
    {
        var credits = new List<Credit>();
        if (_document is null)
            return credits;
        var root = _document.RootElement;
        foreach (var licence in root.Items("licenses"))
            credits.Add(new Credit { Title = licence.Text("title") ?? licence.Text("name") ?? "", Licence = licence.Text("name"), Url = licence.Text("path") });
        foreach (var origin in root.Items("sources"))
            credits.Add(new Credit { Title = origin.Text("title") ?? "", Licence = origin.Text("license"), Url = origin.Text("path") });
        return [.. credits.Where(credit => credit.Title.Length > 0)];
    }

    private static int Find(SourceText source, string path) => Math.Max(0, source.Text.IndexOf('"' + path + '"', StringComparison.Ordinal) + 1);
}
