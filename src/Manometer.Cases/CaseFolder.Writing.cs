using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Manometer.Model;

namespace Manometer.Cases;

/// <content>Writing a case.</content>
public static partial class CaseFolder
{
    private const string Starter = "starter/";

    /// <summary>The fault of a description that speaks of a file that is not there: <see cref="WriteDescription"/> leaves it out.</summary>
    public static string SeriesMissing => Rules.SeriesMissing.Code;

    /// <summary>Writes a case: every table with rows, the series, the outlines, <c>case.yaml</c> and <c>datapackage.json</c>, each file whole or not at all. Files the case does not speak of are left alone.</summary>
    /// <exception cref="IOException">The disk is full, or a file cannot be written; that file is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(Case @case, string folder)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(folder);
        foreach (var (path, text) in Texts(@case, Path.GetFileName(Path.GetFullPath(folder)), ReadDescription(folder)))
            AtomicFile.Write(Path.Combine(folder, path), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes <c>datapackage.json</c> anew from the tables as they stand on disk; what people wrote into it beside the tables is kept, and a series it lacks is added as a stub.</summary>
    /// <returns>The path written.</returns>
    public static string WriteDescription(Case @case, string folder)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(folder);
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var files = new DiskCaseFiles(folder);
        var stubs = Stubs(@case, files);
        foreach (var path in @case.Files.Select(file => file.Path).Concat(stubs.Select(stub => stub.File)).Where(path => path.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var context = new ReadingContext(files, folder);
            if (context.Open(path) is { } source && CsvFile.Parse(source, context.Faults) is { RowCount: > 0 } csv)
                headers[path] = [.. Enumerable.Range(0, csv.Width(0)).Select(i => csv.Value(0, i).Trim().ToString())];
        }

        @case = @case with { Series = [.. @case.Series, .. stubs] };
        var description = Path.Combine(folder, DataPackage.File);
        AtomicFile.Write(description, Encoding.UTF8.GetBytes(DataPackageText.Of(@case, headers, ReadDescription(folder), Path.GetFileName(Path.GetFullPath(folder)))));
        return description;
    }

    /// <summary>Writes <c>matrix.csv</c> anew from the case, whole or not at all, and nothing else.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="IOException">The file cannot be written; it is as it was before.</exception>
    public static string WriteMatrix(Case @case, string folder)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, TableSchemas.Matrix.File);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(TableText.Of(@case).Single(table => table.Path == TableSchemas.Matrix.File).Text));
        return path;
    }

    // series nobody has described: their author completes the stub, and check says so until then
    private static List<Series> Stubs(Case @case, DiskCaseFiles files)
    {
        var described = @case.Series.Select(series => series.File).ToHashSet(StringComparer.Ordinal);
        var names = @case.Series.Select(series => series.Name).ToHashSet(StringComparer.Ordinal);
        var stubs = new List<Series>();
        foreach (var path in files.List())
            if (path.StartsWith("series/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal) && !described.Contains(path)
                && Path.GetFileNameWithoutExtension(path) is var name && RowReader.IsId(name) && names.Add(name))
                stubs.AddRange(Stub(files, new Series { Name = name, File = path, Title = DataPackage.TitleOf(path), Unit = "", Role = SeriesRole.Context }));
        return stubs;
    }

    private static IReadOnlyList<Series> Stub(DiskCaseFiles files, Series stub)
    {
        var context = new ReadingContext(files, "");
        string? unit = null;
        var members = context.Open(stub.File) is { } source && CsvFile.Parse(source, new FaultList("")) is { RowCount: > 0 } csv && Enumerable.Range(0, csv.Width(0)).Any(i => csv.Value(0, i).Trim().SequenceEqual("member"))
            ? SeriesTable.ReadPanel(context, stub, out unit)
            : [SeriesTable.Read(context, stub, out unit)];
        return [.. members.Select(member => member with { Unit = unit ?? DataPackage.UnitNotStated, Points = [] })];
    }

    /// <summary>Makes a case that checks clean: with an example row in every table, about a country that does not exist; or, of a country, with the heads of the tables and no row.</summary>
    /// <param name="folder">The folder, absent or empty.</param>
    /// <param name="about">What an empty case is about; null for the example.</param>
    /// <returns>Faults: none when the folder was made.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static IReadOnlyList<Diagnostic> Create(string folder, NewCase? about = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var faults = new FaultList(folder);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            faults.Add(Rules.FolderNotEmpty, folder, "a folder that is absent or empty", File.Exists(folder) ? "a file of that name" : "a folder with files in it", "choose another name");
            return faults.InOrder();
        }

        var existed = Directory.Exists(folder);
        try
        {
            Unpack(folder, about);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Clear(folder, existed);
            throw;
        }

        return [];
    }

    private static void Unpack(string folder, NewCase? about)
    {
        var assembly = typeof(CaseFolder).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Starter, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var path = name[Starter.Length..].Replace('\\', '/');
            var text = reader.ReadToEnd();
            if ((about is null ? text : about.Of(path, text)) is { } kept)
                AtomicFile.Write(Path.Combine(folder, path), Encoding.UTF8.GetBytes(kept));
        }

        AtomicFile.Write(Path.Combine(folder, ".gitignore"), "# made anew from the tables\n.manometer/\n"u8);
    }

    // a folder half made would be refused as not empty the next time; only what was absent before is removed
    private static void Clear(string folder, bool existed)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            if (existed)
                Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // the fault that led here is the one to tell
        }
    }

    /// <summary>Every file of a case as text.</summary>
    internal static IReadOnlyList<(string Path, string Text)> Texts(Case @case, string name, JsonObject? description)
    {
        var files = new List<(string Path, string Text)> { (CaseYaml.File, CaseYamlText.Of(@case)) };
        var tables = TableText.Of(@case);
        files.AddRange(tables);
        if (@case.Provinces.Count > 0)
            files.Add((Boundaries.File, BoundariesText(@case.Provinces)));
        var headers = tables.ToDictionary(table => table.Path, table => (IReadOnlyList<string>)table.Text[..table.Text.IndexOf('\n', StringComparison.Ordinal)].Split(','), StringComparer.Ordinal);
        files.Add((DataPackage.File, DataPackageText.Of(@case, headers, description ?? Credits(@case), name)));
        return files;
    }

    private static JsonObject? ReadDescription(string folder)
    {
        try
        {
            var path = Path.Combine(folder, DataPackage.File);
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // what cannot be read cannot be kept; check has said so
        }
    }

    private static JsonObject Credits(Case @case)
    {
        var sources = new JsonArray();
        foreach (var credit in @case.Credits)
        {
            var source = new JsonObject { ["title"] = credit.Title };
            if (credit.Licence is not null)
                source["license"] = credit.Licence;
            if (credit.Url is not null)
                source["path"] = credit.Url;
            sources.Add(source);
        }

        return sources.Count == 0 ? [] : new JsonObject { ["sources"] = sources };
    }

    private static string BoundariesText(IReadOnlyList<Province> provinces)
    {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var i = 0; i < provinces.Count; i++)
        {
            var province = provinces[i];
            text.Append(i == 0 ? "\n" : ",\n").Append("{\"type\":\"Feature\",\"properties\":");
            var properties = new JsonObject { ["name"] = province.Name };
            if (province.Native is not null)
                properties["native"] = province.Native;
            if (province.Code is not null)
                properties["code"] = province.Code;
            text.Append(properties.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
            var parts = Parts(province);
            text.Append(parts.Count == 1 ? ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" : ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[");
            text.AppendJoin(',', parts.Select(rings => $"[{string.Join(',', rings.Select(Ring))}]"));
            text.Append(parts.Count == 1 ? "}}" : "]}}");
        }

        return text.Append("\n]}\n").ToString();
    }

    // a ring inside another is its hole; any other is a part of its own, such as an island
    private static List<List<IReadOnlyList<GeoPoint>>> Parts(Province province)
    {
        var parts = new List<List<IReadOnlyList<GeoPoint>>>();
        foreach (var ring in province.Rings)
            if (parts.Find(part => ProvinceCheck.Contains(province with { Rings = [part[0]] }, ring[0])) is { } around)
                around.Add(ring);
            else
                parts.Add([ring]);
        return parts;
    }

    private static string Ring(IReadOnlyList<GeoPoint> ring) =>
        $"[{string.Join(',', ring.Select(point => string.Create(CultureInfo.InvariantCulture, $"[{point.Longitude:R},{point.Latitude:R}]")))}]";
}
