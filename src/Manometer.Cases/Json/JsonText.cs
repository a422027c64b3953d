using System.Text.Json;

namespace Manometer.Cases;

/// <summary>Parses a JSON file of a case; a fault of form is reported where it stands.</summary>
internal static class JsonText
{
    public static JsonDocument? Parse(SourceText source, FaultList faults)
    {
        try
        {
            return JsonDocument.Parse(source.Text, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException fault)
        {
            var position = source.PositionOf((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            faults.Add(Rules.NotJson, source, position, 1, "JSON", fault.Message.Split(" LineNumber")[0].Split(" Path:")[0]);
            return null;
        }
    }

    /// <summary>A text field of an object; null when there is none, or it is no text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The items of an array field; none when it is absent, or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
