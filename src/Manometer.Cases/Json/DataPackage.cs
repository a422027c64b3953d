using System.Globalization;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>datapackage.json</c>: the series with their units and roles, what is to be credited, and whether it describes the tables as they are.</summary>
internal sealed partial class DataPackage : IDisposable
{
    public const string File = "datapackage.json";

    /// <summary>Unit of a series nobody has described yet.</summary>
    public const string UnitNotStated = "not stated";

    private const int MostUnknown = 20;

    private static readonly string[] OwnFields = ["title", "unit", "place", "sector", "indicator", "role", "pressure", "measures", "panel"];

    private readonly ReadingContext _context;
    private readonly SourceText? _source;
    private readonly JsonDocument? _document;
    private readonly JsonPlaces? _places;
    private readonly List<(int Index, string Path, JsonElement Element)> _resources = [];
    private readonly bool _listsResources;

    public DataPackage(ReadingContext context)
    {
        _context = context;
        _source = context.Open(File);
        _document = _source is null ? null : JsonText.Parse(_source, context.Faults);
        if (_document is null)
            return;
        _places = new JsonPlaces(_source!);
        var root = _document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            Add(Rules.NoResources, _places.Of(), "an object with a list of 'resources'", Kind(root), NextCommand.Describe(context.CaseName));
        else if (!root.TryGetProperty("resources", out var resources))
            Add(Rules.NoResources, _places.Of(), "a list of 'resources'", "none", NextCommand.Describe(context.CaseName));
        else if (resources.ValueKind != JsonValueKind.Array)
            Add(Rules.NoResources, _places.Of("resources"), "a list of 'resources'", Kind(resources), NextCommand.Describe(context.CaseName));
        else
            _listsResources = true;
        foreach (var (index, element) in root.Items("resources").Index())
            if (element.Text("path") is { } path)
                _resources.Add((index, path, element));
            else
                Add(Rules.ResourceWithoutPath, At(index, "path"), "an object with a 'path', such as \"path\": \"series/bread-price.csv\"", element.ValueKind == JsonValueKind.Object ? element.TryGetProperty("path", out var other) ? Kind(other) : "none" : Kind(element));
    }

    /// <summary>Paths of the files it lists.</summary>
    public IReadOnlySet<string> Paths => _resources.Select(resource => resource.Path).ToHashSet(StringComparer.Ordinal);

    public void Dispose() => _document?.Dispose();

    /// <summary>Every series it describes, with its points.</summary>
    public IReadOnlyList<Series> ReadSeries()
    {
        var series = new List<Series>();
        var files = _context.Files.List();
        var present = files.ToHashSet(StringComparer.Ordinal); // only these: a path such as series/../../x leads out of the case
        var described = new HashSet<string>(StringComparer.Ordinal);
        var listed = Paths;
        foreach (var (index, path, resource) in _resources)
        {
            if (!path.StartsWith("series/", StringComparison.Ordinal) || !described.Add(path))
                continue;
            if (!present.Contains(path))
                Add(Rules.SeriesMissing, At(index, "path"), Nearest.To(path, files.Where(file => file.StartsWith("series/", StringComparison.Ordinal) && !listed.Contains(file)).Take(1_000)) is { } near ? $"a file of the case; did you mean '{near}'?" : "a file of the case", path, $"restore the file; or let {NextCommand.Describe(_context.CaseName)} leave it out");
            else if (Describe(index, resource, path) is { } one)
                series.AddRange(ReadFile(index, resource, one));
        }

        foreach (var path in files)
            if (path.StartsWith("series/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal) && !described.Contains(path))
                _context.Faults.Add(Rules.SeriesNotDescribed, path, "a resource in datapackage.json with unit, place and role", "none", $"add to 'resources': {Snippet(path)}; or let {NextCommand.Describe(_context.CaseName)} add a stub");
        return series;
    }

    private static string Snippet(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var quoted = JsonEncodedText.Encode(path, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return $"{{ \"name\": \"series-{DataPackageText.Slug(name)}\", \"path\": \"{quoted}\", \"manometer\": {{ \"title\": \"{TitleOf(path)}\", \"unit\": \"...\", \"role\": \"outcome\", \"pressure\": 0 }} }}";
    }

    /// <summary>A title made of a file's name: <c>Bread price zenda</c>.</summary>
    public static string TitleOf(string path)
    {
        var words = string.Join(' ', Path.GetFileNameWithoutExtension(path).Split(['-', '_', '"', '\\', ' '], StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "Series" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private Series? Describe(int index, JsonElement resource, string path)
    {
        var own = resource.TryGetProperty("manometer", out var found) ? found : default;
        var whole = true;
        foreach (var field in (string[])["title", "unit", "role"])
            if (own.Text(field) is not { Length: > 0 })
            {
                whole = false;
                var value = own.ValueKind == JsonValueKind.Object && own.TryGetProperty(field, out var other) ? other.ValueKind == JsonValueKind.String ? "an empty text" : Kind(other) : $"no {field}";
                Add(Rules.DescriptionIncomplete, At(index, "manometer", field), $"\"manometer\": {{\"title\": ..., \"unit\": ..., \"role\": ...}}; \"{field}\" is a text", value);
                break;
            }

        if (own.ValueKind == JsonValueKind.Object)
            foreach (var field in own.EnumerateObject().Where(field => !OwnFields.Contains(field.Name)).Take(MostUnknown))
                Add(Rules.FieldUnknown, _places!.OfName(field.Name, "resources", Text(index), "manometer"), OneOf(OwnFields, field.Name), field.Name);
        if (!whole)
            return null;
        var name = Path.GetFileNameWithoutExtension(path);
        if (!RowReader.IsId(name))
        {
            Add(Rules.BadId, At(index, "path"), "a file name of letters, digits, dots, hyphens, underscores: it is the name of the series", name);
            return null;
        }

        if (!_context.IdsOf("series").Add(name))
        {
            Add(Rules.IdTwice, At(index, "path"), "a file name no other series has, whatever its folder", name);
            return null;
        }

        if (!Word.TryParse<SeriesRole>(own.Text("role")!, out var role))
            NotAWord("role", string.Join(", ", Word.All<SeriesRole>()), Word.All<SeriesRole>(), "series.role");
        if (own.Text("place") is { } place && !_context.IdsOf("places").Contains(place))
            Add(Rules.UnknownReference, At(index, "manometer", "place"), "an identifier of places.csv" + (Nearest.To(place, _context.IdsOf("places")) is { } near ? $"; did you mean '{near}'?" : ""), place);
        foreach (var (field, part) in new[] { ("sector", "sectors"), ("indicator", "indicators") })
            if (own.Text(field) is { } word && _context.Words.Find(part, word) is null)
                NotAWord(field, $"one of the {part} of docs/case-folder/taxonomy.md", _context.Words.Of(part), part);
        if (own.Text("unit") == UnitNotStated)
            Add(Rules.SeriesStub, At(index, "manometer", "unit"), "the unit of the numbers; and a role: outcome, control, mediator or context", UnitNotStated, "write the unit, and the role it has in the case");
        return new Series
        {
            Name = name,
            File = path,
            Title = own.Text("title")!,
            Unit = own.Text("unit")!,
            Place = own.Text("place"),
            Sector = own.Text("sector"),
            Indicator = own.Text("indicator"),
            Role = role,
            Pressure = Pressure(index, own),
            Measures = Measures(index, own),
        };

        void NotAWord(string field, string expected, IReadOnlyCollection<string> words, string vocabulary) =>
            Add(Rules.NotAWord, At(index, "manometer", field), expected + (_context.Meant(own.Text(field), words, vocabulary) is { } meant ? $"; did you mean '{meant}'?" : ""), own.Text(field)!);
    }

    private static string OneOf(string[] fields, string wrong) =>
        $"one of {string.Join(", ", fields)}" + (Nearest.To(wrong, fields) is { } near ? $"; did you mean '{near}'?" : "");

    private int Pressure(int index, JsonElement own)
    {
        if (!own.TryGetProperty("pressure", out var sign))
            return 0;
        if (sign.ValueKind == JsonValueKind.Number && sign.TryGetInt32(out var number) && number is >= -1 and <= 1)
            return number;
        Add(Rules.OutOfRange, At(index, "manometer", "pressure"), "1, 0 or -1", sign.ValueKind is JsonValueKind.Number or JsonValueKind.String ? sign.ToString() : Kind(sign));
        return 0;
    }

    private List<string> Measures(int index, JsonElement own)
    {
        var measures = new List<string>();
        if (own.TryGetProperty("measures", out var list) && list.ValueKind != JsonValueKind.Array)
            Add(Rules.FieldWrong, At(index, "manometer", "measures"), "a list of identifiers of measures.csv", Kind(list));
        var known = _context.IdsOf("measures");
        foreach (var (place, item) in own.Items("measures").Index())
            if (item.ValueKind == JsonValueKind.String && known.Contains(item.GetString()!))
                measures.Add(item.GetString()!);
            else
                Add(Rules.UnknownReference, At(index, "manometer", "measures", Text(place)), "an identifier of measures.csv" + (Nearest.To(item.ToString(), known) is { } near ? $"; did you mean '{near}'?" : ""), item.ToString());
        return measures;
    }

    /// <summary>Compares what it says of the tables with the tables; to be called when all are read.</summary>
    public void CheckTables()
    {
        if (_document is null || !_listsResources)
            return;
        var context = _context;
        foreach (var table in TableSchemas.All)
        {
            if (context.Files.Size(table.File) is null || context.Unread.Contains(table.File))
                continue;
            var (index, path, resource) = _resources.Find(one => one.Path == table.File);
            if (path is null)
            {
                Add(Rules.TableNotDescribed, _places!.Of("resources"), $"a resource with the path '{table.File}'", "none", NextCommand.Describe(context.CaseName));
                continue;
            }

            var described = resource.TryGetProperty("schema", out var schema) ? schema.Items("fields").Select(field => field.Text("name") ?? "").ToList() : [];
            var actual = context.HeaderOf(table.File);
            if (described.SequenceEqual(actual, StringComparer.Ordinal) || context.WrongHeaders.Contains(table.File))
                continue;
            var odd = Enumerable.Range(0, described.Count).FirstOrDefault(i => i >= actual.Count || described[i] != actual[i], described.Count);
            var at = described.Count == 0 ? At(index, "path") : odd < described.Count ? At(index, "schema", "fields", Text(odd), "name") : At(index, "schema", "fields");
            Add(Rules.ColumnNotDescribed, at, $"the columns of {table.File}: {string.Join(", ", actual.Except(described).Take(3).DefaultIfEmpty("in their order"))}", string.Join(", ", described.Except(actual).Take(3).DefaultIfEmpty(described.Count == 0 ? "no columns" : "other columns, or another order")), NextCommand.Describe(context.CaseName));
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

    private (int Position, int Length) At(int resource, params ReadOnlySpan<string> path) => _places!.Of(["resources", Text(resource), .. path]);

    private void Add(DiagnosticRule rule, (int Position, int Length) at, string expected, string found, string? next = null) =>
        _context.Faults.Add(rule, _source!, at.Position, at.Length, expected, found, next);

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
