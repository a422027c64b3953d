using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>A decision on a proposal: a line of <c>review/decisions.jsonl</c>.</summary>
/// <param name="Who">Who decided.</param>
/// <param name="Key">The proposal.</param>
/// <param name="Report">Its report.</param>
/// <param name="Verdict">What was decided.</param>
public sealed record ReviewDecision(string Who, string Key, string Report, ReviewVerdict Verdict)
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Byte offsets into the capture.</summary>
    public string Span { get; init; } = "";

    /// <summary>Why.</summary>
    public string Note { get; init; } = "";

    /// <summary>Columns that differ from what was proposed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The cells of the row, when it was accepted, and those the parts of a split one begin with; else none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Row { get; init; } = [];

    /// <summary>Identifier of the row an accepted proposal becomes.</summary>
    public string Observation => "o-" + (Key.StartsWith("p-", StringComparison.Ordinal) ? Key[2..] : Key);

    /// <summary>The proposal as it was made: of a part of a split one, the whole.</summary>
    public string Whole => Key.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? Key[..dot] : Key;

    /// <summary>Has somebody else decided on the proposal before? Then their decision stands in the table, and this one counts for the agreement only.</summary>
    /// <param name="decisions">All decisions before this one.</param>
    public bool IsSecond(IEnumerable<ReviewDecision> decisions) => Standing(decisions).Any(one => one.Who != Who && one.Whole == Whole);

    /// <summary>The line, without its end.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("who", Who);
            json.WriteString("proposal", Key);
            json.WriteString("report", Report);
            json.WriteString("verdict", Word.Of(Verdict));
            json.WriteString("span", Span);
            json.WriteString("note", Note);
            json.WriteStartArray("changed");
            foreach (var column in Changed)
                json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartObject("row");
            foreach (var (column, value) in Row)
                json.WriteString(column, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is no decision.</exception>
    public static ReviewDecision Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object || !Word.TryParse<ReviewVerdict>(Text("verdict"), out var verdict) || Text("proposal").Length == 0)
                throw new FormatException("a decision has \"proposal\" and \"verdict\": accept, reject, split or undo");
            return new ReviewDecision(Text("who"), Text("proposal"), Text("report"), verdict)
            {
                Span = Text("span"),
                Note = Text("note"),
                Changed = json.TryGetProperty("changed", out var changed) && changed.ValueKind == JsonValueKind.Array ? [.. changed.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [],
                Row = Cells("row") is { Count: > 0 } row ? row : Cells("set"),
            };

            string Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

            List<KeyValuePair<string, string>> Cells(string name) => json.TryGetProperty(name, out var cells) && cells.ValueKind == JsonValueKind.Object
                ? [.. cells.EnumerateObject().Select(cell => KeyValuePair.Create(cell.Name, cell.Value.ValueKind == JsonValueKind.String ? cell.Value.GetString()! : cell.Value.ValueKind == JsonValueKind.Null ? "" : cell.Value.GetRawText()))]
                : [];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException("it is no JSON of a decision: " + fault.Message.Split(" LineNumber:")[0] + " A decision reads {\"proposal\": \"...\", \"verdict\": \"accept\", \"set\": {\"when\": \"2019-05\"}}.", fault);
        }
    }

    /// <summary>The decisions that stand, by who and proposal: the last of each, those taken back left out.</summary>
    public static IReadOnlyList<ReviewDecision> Standing(IEnumerable<ReviewDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var standing = new Dictionary<(string, string), ReviewDecision>();
        foreach (var one in decisions)
            if (one.Verdict == ReviewVerdict.Undo)
                standing.Remove((one.Who, one.Key));
            else
                standing[(one.Who, one.Key)] = one;
        return [.. standing.Values];
    }
}
