using System.Text.Json;

namespace Manometer.Cases;

/// <summary>Parses a JSON file of a case; a fault of form is reported where it stands.</summary>
internal static class JsonText
{
    public static JsonDocument? Parse(SourceText source, FaultList faults)
    {
        try
        {
            var document = JsonDocument.Parse(source.Text, new JsonDocumentOptions { MaxDepth = 64 });
            if (!IsHalfPair(source.Text, out var at))
                return document;
            document.Dispose();
            faults.Add(Rules.NotJson, source, at, 6, "JSON", "half a pair of surrogates, which is no character");
            return null;
        }
        catch (JsonException fault)
        {
            var position = source.PositionOfBytes(fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
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

    // an escape such as \ud800 without its other half parses, and throws when it is read
    private static bool IsHalfPair(string text, out int at)
    {
        for (at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\\', at + 2))
        {
            if (Unit(text, at) is not { } unit || !char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || Unit(text, at + 6) is not { } low || !char.IsLowSurrogate(low))
                return true;
            at += 6;
        }

        return false;
    }

    private static char? Unit(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u' && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
