using System.Text.Json;

namespace Manometer.Coding;

/// <summary>A claim as a model wrote it, its types checked and nothing else.</summary>
internal sealed record ModelClaim
{
    private const int MostSources = 5;

    public required string Quote { get; init; }

    public required string Sector { get; init; }

    public required string Indicator { get; init; }

    public required string Direction { get; init; }

    public string? Group { get; init; }

    public string? Date { get; init; }

    public string? Place { get; init; }

    public double? Magnitude { get; init; }

    public required string Mode { get; init; }

    public required string Attribution { get; init; }

    public required string Cause { get; init; }

    public string? CauseQuote { get; init; }

    public IReadOnlyList<string> Sourcing { get; init; } = [];

    /// <summary>Reads a claim.</summary>
    /// <exception cref="FormatException">It is no object, lacks a field, or has one of the wrong type.</exception>
    public static ModelClaim Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"a claim is an object, not {Kind(json)}");
        return new ModelClaim
        {
            Quote = Text(json, "quote") ?? "",
            Sector = Needed(json, "sector"),
            Indicator = Needed(json, "indicator"),
            Direction = Needed(json, "direction"),
            Group = Text(json, "group"),
            Date = Text(json, "date_edtf"),
            Place = Text(json, "place"),
            Magnitude = Number(json),
            Mode = Text(json, "mode") ?? "asserted",
            Attribution = Text(json, "attribution") ?? "none",
            Cause = Text(json, "cause") ?? "none",
            CauseQuote = Text(json, "cause_quote"),
            Sourcing = Texts(json),
        };
    }

    private static string Needed(JsonElement json, string name) => Text(json, name) ?? throw new FormatException($"it has no \"{name}\"");

    // blank counts as absent
    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return String(value, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static string String(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"\"{name}\" is {Kind(value)}, not a text");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"\"{name}\" holds what is no character", fault);
        }
    }

    private static double? Number(JsonElement json)
    {
        if (!json.TryGetProperty("magnitude", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
            throw new FormatException($"\"magnitude\" is {Kind(value)}, not a number");
        return number;
    }

    private static List<string> Texts(JsonElement json)
    {
        if (!json.TryGetProperty("sourcing", out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw new FormatException($"\"sourcing\" is {Kind(value)}, not a list");
        if (value.GetArrayLength() > MostSources)
            throw new FormatException("\"sourcing\" names more than 5 who say it");
        return [.. value.EnumerateArray().Select(one => String(one, "sourcing")).Where(one => !string.IsNullOrWhiteSpace(one))];
    }

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
