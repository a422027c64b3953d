using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A record as a line of JSON. Its last field is the hash over all bytes before that field.</summary>
internal static class CustodyLine
{
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int HashLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOnlySpan<byte> HashField => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> End => "\"}"u8;

    private static int TailLength => HashField.Length + HashLength + End.Length;

    /// <summary>The line of a record, without a line feed, and its hash.</summary>
    public static (byte[] Line, string Hash) Write(CustodyRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", record.Sequence);
            json.WriteString("at", Text(record.At));
            json.WriteString("who", record.Who);
            json.WriteString("act", Word.Of(record.Act));
            json.WriteString("tool", record.Tool);
            WriteItems(json, "in", record.Inputs);
            WriteItems(json, "out", record.Outputs);
            json.WriteString("note", record.Note);
            json.WriteString("prev", record.Previous);
            json.WriteEndObject();
        }

        var body = buffer.WrittenSpan[..^1]; // the closing brace comes after the hash
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return ([.. body, .. HashField, .. Encoding.ASCII.GetBytes(hash), .. End], hash);
    }

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    /// <summary>Does the line end in the hash of all its bytes before?</summary>
    /// <returns>The hash; null when it is not there or not the hash of the line.</returns>
    public static string? HashOf(ReadOnlySpan<byte> line)
    {
        if (!HasHashField(line))
            return null;
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line[..^TailLength], actual);
        var hash = Convert.ToHexStringLower(actual);
        return Encoding.ASCII.GetString(line[^(HashLength + End.Length)..^End.Length]) == hash ? hash : null;
    }

    /// <summary>Has the line the form of a hash as its last field, right or wrong?</summary>
    public static bool HasHashField(ReadOnlySpan<byte> line) => line.Length > TailLength && line.EndsWith(End) && line[^TailLength..].StartsWith(HashField);

    /// <summary>Length of a whole record with the right hash at the start of some bytes; 0 when there is none.</summary>
    public static int WholeRecordAtStartOf(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; ;)
        {
            var found = bytes[from..].IndexOf(HashField);
            if (found < 0 || from + found + TailLength > bytes.Length)
                return 0;
            var length = from + found + TailLength;
            if (HashOf(bytes[..length]) is not null)
                return length;
            from += found + 1;
        }
    }

    /// <summary>Reads a line whose hash was found right.</summary>
    /// <returns>The record; null, and what is wrong, when a field is missing or of another kind.</returns>
    public static CustodyRecord? Read(ReadOnlySpan<byte> line, string hash, out string? wrong)
    {
        wrong = null;
        try
        {
            using var document = JsonDocument.Parse(line.ToArray(), new JsonDocumentOptions { MaxDepth = 8 });
            var json = document.RootElement;
            wrong = "seq";
            if (!json.TryGetProperty("seq", out var seq) || seq.ValueKind != JsonValueKind.Number || !seq.TryGetInt32(out var sequence))
                return null;
            wrong = "at";
            if (!DateTimeOffset.TryParseExact(json.Text("at"), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return null;
            wrong = "act";
            if (!Word.TryParse<CustodyAct>(json.Text("act"), out var act))
                return null;
            wrong = "who, tool, note or prev";
            if (json.Text("who") is not { Length: > 0 } who || json.Text("tool") is not { } tool || json.Text("note") is not { } note || json.Text("prev") is not { } previous)
                return null;
            wrong = "in or out";
            if (ReadItems(json, "in") is not { } inputs || ReadItems(json, "out") is not { } outputs)
                return null;
            wrong = null;
            return new CustodyRecord { Sequence = sequence, At = at, Who = who, Act = act, Tool = tool, Inputs = inputs, Outputs = outputs, Note = note, Previous = previous, Hash = hash };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            wrong = "a form that is no JSON object";
            return null;
        }
    }

    /// <summary>Is it a SHA-256 in lower-case hexadecimal?</summary>
    public static bool IsHash(ReadOnlySpan<char> text) => text.Length == HashLength && !text.ContainsAnyExcept(HexDigits);

    private static void WriteItems(Utf8JsonWriter json, string field, IReadOnlyList<CustodyItem> items)
    {
        json.WriteStartArray(field);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("role", item.Role);
            json.WriteString("name", item.Name);
            json.WriteString("sha256", item.Sha256);
            if (item.Detail is not null)
                json.WriteString("detail", item.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static List<CustodyItem>? ReadItems(JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out var array) || array.ValueKind != JsonValueKind.Array)
            return null;
        var items = new List<CustodyItem>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (item.Text("role") is not { } role || item.Text("name") is not { } name || item.Text("sha256") is not { } sha256 || !IsHash(sha256))
                return null;
            var detail = item.Text("detail");
            if (detail is not null && !IsHash(detail))
                return null;
            items.Add(new CustodyItem(role, name, sha256, detail));
        }

        return items;
    }
}
