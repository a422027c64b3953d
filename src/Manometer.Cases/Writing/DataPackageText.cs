using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Writes <c>datapackage.json</c> from the tables as they are, under the Data Package profile of Frictionless (specs.frictionlessdata.io, version 1).</summary>
internal static class DataPackageText
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="case">The case.</param>
    /// <param name="headers">Columns of each table file as they stand in the file.</param>
    /// <param name="old">The description there was: what people wrote into it, licences, sources and contributors, is kept.</param>
    /// <param name="name">Name of the package, used when there was none.</param>
    public static string Of(Case @case, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, JsonObject? old, string name)
    {
        var package = new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = Slug(name),
            ["title"] = @case.Header.Title,
        };
        if (@case.Header.Summary is { } summary)
            package["description"] = summary;
        foreach (var (key, value) in old ?? [])
            if (key is not ("resources" or "profile" or "title" or "description"))
                package[key] = value?.DeepClone();
        var resources = new JsonArray();
        foreach (var table in TableSchemas.All)
            if (headers.TryGetValue(table.File, out var columns))
                resources.Add(Resource(table.Name, table.File, table.Meaning, Schema(table, columns, headers), null));
        foreach (var (path, members) in TableText.Files(@case.Series))
            if (headers.TryGetValue(path, out var columns))
                resources.Add(members is [{ Panel: null } alone]
                    ? Resource(Slug("series-" + alone.Name), path, alone.Title, Schema(TableSchemas.SeriesPoints, columns, headers), Own(alone))
                    : Resource(Slug("panel-" + members[0].Panel), path, members[0].Title, Schema(TableSchemas.PanelPoints, columns, headers), PanelDescription.Text(members)));
        if (@case.Provinces.Count > 0)
            resources.Add(new JsonObject { ["name"] = "boundaries", ["path"] = Boundaries.File, ["description"] = "Outlines of first-level units.", ["format"] = "geojson", ["mediatype"] = "application/geo+json", ["encoding"] = "utf-8" });
        var written = resources.Select(resource => (string)resource!["path"]!).ToHashSet(StringComparer.Ordinal);
        if (old?["resources"] is JsonArray before) // files that are for other programs
            foreach (var resource in before.OfType<JsonObject>().Where(one => one["path"] is JsonValue path && path.TryGetValue<string>(out var text) && !IsOwn(text) && written.Add(text)))
                resources.Add(resource.DeepClone());
        package["resources"] = resources;
        return package.ToJsonString(Layout) + "\n";
    }

    private static bool IsOwn(string path) =>
        path == Boundaries.File || path.StartsWith("series/", StringComparison.Ordinal) || TableSchemas.All.Any(table => table.File == path);

    private static JsonObject Resource(string name, string path, string description, JsonObject schema, JsonObject? own)
    {
        var resource = new JsonObject
        {
            ["name"] = name,
            ["path"] = path,
            ["description"] = description,
            ["profile"] = "tabular-data-resource",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["schema"] = schema,
        };
        if (own is not null)
            resource["manometer"] = own;
        return resource;
    }

    /// <summary>What the program itself needs to know of a series.</summary>
    public static JsonObject Own(Series series)
    {
        var own = new JsonObject { ["title"] = series.Title, ["unit"] = series.Unit };
        if (series.Place is not null)
            own["place"] = series.Place;
        if (series.Sector is not null)
            own["sector"] = series.Sector;
        if (series.Indicator is not null)
            own["indicator"] = series.Indicator;
        own["role"] = Word.Of(series.Role);
        own["pressure"] = series.Pressure;
        if (series.Measures.Count > 0)
            own["measures"] = new JsonArray([.. series.Measures.Select(measure => (JsonNode)measure)]);
        return own;
    }

    private static JsonObject Schema(TableSchema table, IReadOnlyList<string> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        var fields = new JsonArray();
        var keys = new JsonArray();
        foreach (var name in columns)
        {
            var index = table.IndexOf(name);
            if (index < 0)
            {
                fields.Add(new JsonObject { ["name"] = name, ["type"] = "string" });
                continue;
            }

            var column = table.Columns[index];
            fields.Add(Field(column));
            if (column is { Type: ColumnType.Reference, Target: { } target and not "*" } && headers.ContainsKey(target + ".csv"))
                keys.Add(new JsonObject { ["fields"] = name, ["reference"] = new JsonObject { ["resource"] = target == table.Name ? "" : target, ["fields"] = "id" } });
        }

        var schema = new JsonObject { ["fields"] = fields, ["missingValues"] = new JsonArray("") };
        if (table.IndexOf("id") >= 0)
            schema["primaryKey"] = "id";
        else if (table == TableSchemas.PanelPoints)
            schema["primaryKey"] = new JsonArray("member", "date");
        if (keys.Count > 0)
            schema["foreignKeys"] = keys;
        return schema;
    }

    private static JsonObject Field(ColumnSchema column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Type switch { ColumnType.Integer => "integer", ColumnType.Number => "number", ColumnType.Day => "date", _ => "string" },
            ["description"] = column.Meaning,
        };
        var constraints = new JsonObject();
        if (column.Required)
            constraints["required"] = true;
        if (column.Type == ColumnType.Id)
            constraints["unique"] = true;
        if (column is { Type: ColumnType.Word, Words: { } words })
            constraints["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }

    /// <summary>A name as the profile allows it: lower case, digits, dots, hyphens, underscores.</summary>
    public static string Slug(string text)
    {
        var slug = string.Concat(text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '-')).Trim('-', '.');
        return slug.Length == 0 ? "case" : slug;
    }
}
