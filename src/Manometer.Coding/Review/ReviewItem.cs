using System.Globalization;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>A proposal to be decided on.</summary>
public sealed record ReviewItem
{
    /// <summary>Its key; parts of a split one have <c>.1</c> and <c>.2</c> behind it.</summary>
    public required string Key { get; init; }

    /// <summary>The report.</summary>
    public required string Report { get; init; }

    /// <summary>The passage.</summary>
    public required string Quote { get; init; }

    /// <summary>Text before the passage.</summary>
    public string Before { get; init; } = "";

    /// <summary>Text after it.</summary>
    public string After { get; init; } = "";

    /// <summary>Byte offsets <c>start-end</c> into the capture.</summary>
    public string Span { get; init; } = "";

    /// <summary>How sure the coder was, 0..1.</summary>
    public double Probability { get; init; }

    /// <summary>Name of the model that proposed it, or said the same as the rules; empty when none did.</summary>
    public string Model { get; init; } = "";

    /// <summary>Did the rules propose it, too?</summary>
    public bool IsOfRules { get; init; } = true;

    /// <summary>Fields in which a model that said the same said otherwise, with what it said.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ModelSays { get; init; } = [];

    /// <summary>The row it would be.</summary>
    public required ObservationDraft Draft { get; init; }

    /// <summary>Reads a line <c>code CASE</c> wrote.</summary>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static ReviewItem Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object)
                throw new FormatException("a proposal is a JSON object");
            return new ReviewItem
            {
                Key = Needed(json, "key"),
                Report = Needed(json, "report_id"),
                Quote = Needed(json, "quote"),
                Before = Text(json, "before"),
                After = Text(json, "after"),
                Span = Text(json, "span"),
                Probability = json.TryGetProperty("probability", out var probability) && probability.ValueKind == JsonValueKind.Number && probability.TryGetDouble(out var value) ? value : 0,
                Model = Text(json, "model"),
                IsOfRules = Text(json, "by") != Word.Of(ProposalOrigin.Model),
                ModelSays = json.TryGetProperty("model_says", out var says) && says.ValueKind == JsonValueKind.Object ? [.. says.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String).Select(one => KeyValuePair.Create(one.Name, one.Value.GetString()!))] : [],
                Draft = DraftOf(json),
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException("it is no JSON of a proposal: " + fault.Message, fault);
        }
    }

    private static ObservationDraft DraftOf(JsonElement json)
    {
        var direction = Text(json, "direction");
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["when"] = Text(json, "date_edtf"),
            ["place"] = Text(json, "place_id"),
            ["place_stated"] = Text(json, "place_id").Length > 0 ? "" : Text(json, "place"),
            ["sector"] = Text(json, "sector"),
            ["group"] = Text(json, "group"),
            ["indicator"] = Text(json, "indicator"),
            ["direction"] = direction,
            ["kind"] = direction == "none" ? "level" : "change",
            ["attribution"] = Text(json, "attribution"),
            ["grade"] = Text(json, "grade"),
            ["polarity"] = Text(json, "polarity"),
            ["note"] = Text(json, "by") == Word.Of(ProposalOrigin.Model) ? PrintableText.Line($"proposed by the model {Text(json, "model")}", 140) : "",
        };
        if (json.TryGetProperty("magnitude", out var magnitude) && magnitude.ValueKind == JsonValueKind.Object && magnitude.TryGetProperty("value", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var size) && Text(magnitude, "unit") is { Length: > 0 } unit)
        {
            cells["unit"] = unit;
            // a number reached, such as barrels a day, is a state and not a change of that size
            if (unit is not ("percent" or "times" or "percentage-point") && !magnitude.TryGetProperty("from", out _))
                cells["kind"] = Word.Of(ObservationKind.Level);
            cells["magnitude"] = (direction == "down" && ObservationDraft.IsSigned(unit, cells["kind"]) ? -Math.Abs(size) : size).ToString("R", CultureInfo.InvariantCulture);
        }

        return ObservationDraft.Of(cells);
    }

    private static string Needed(JsonElement json, string name) => Text(json, name) is { Length: > 0 } text ? text : throw new FormatException($"it has no \"{name}\"");

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
