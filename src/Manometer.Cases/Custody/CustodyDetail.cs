using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Manometer.Cases;

/// <summary>What became of a file of the case in one act: its whole text, or the lines that changed. Kept beside the log, which holds only its hash, so that it can be removed.</summary>
/// <remarks>The salt is hashed with it: once it is removed, nobody can find out by trying texts what stood in it.</remarks>
/// <param name="File">The file, relative to the case.</param>
/// <param name="Text">The whole text; null when <paramref name="Hunks"/> or <paramref name="Bytes"/> hold it.</param>
/// <param name="Bytes">The whole content of a file that is no UTF-8.</param>
/// <param name="Hunks">The lines that changed.</param>
internal sealed record CustodyDetail(string File, string? Text, byte[]? Bytes, IReadOnlyList<LineHunk>? Hunks)
{
    /// <summary>Folder of the details, relative to the case.</summary>
    public const string Folder = "custody/";

    private const int SaltLength = 16;

    /// <summary>Does it hold the whole content, whatever was before?</summary>
    public bool IsWhole => Hunks is null;

    /// <summary>Path of the detail with this commitment.</summary>
    public static string PathOf(string commitment) => Folder + commitment + ".json";

    /// <summary>The smallest detail that leads from one content of a file to another.</summary>
    /// <param name="file">The file.</param>
    /// <param name="before">What it held; null when that is not known, or there was no such file.</param>
    /// <param name="after">What it holds.</param>
    public static CustodyDetail Of(string file, byte[]? before, byte[] after)
    {
        if (!System.Text.Unicode.Utf8.IsValid(after))
            return new CustodyDetail(file, null, after, null);
        var text = Encoding.UTF8.GetString(after);
        if (before is null || !System.Text.Unicode.Utf8.IsValid(before))
            return new CustodyDetail(file, text, null, null);
        return new CustodyDetail(file, null, null, LineDifference.Of(LineDifference.Lines(Encoding.UTF8.GetString(before)), LineDifference.Lines(text)));
    }

    /// <summary>What the file held after the act; null when <paramref name="before"/> is not what it held until then.</summary>
    public byte[]? Apply(byte[]? before)
    {
        if (Bytes is not null)
            return Bytes;
        if (Text is not null)
            return Encoding.UTF8.GetBytes(Text);
        if (before is null)
            return null;
        var lines = LineDifference.Apply(LineDifference.Lines(Encoding.UTF8.GetString(before)), Hunks!);
        return lines is null ? null : Encoding.UTF8.GetBytes(string.Concat(lines));
    }

    /// <summary>Does a line of it hold this text?</summary>
    public bool Holds(string text) =>
        Text?.Contains(text, StringComparison.Ordinal) == true
        || Hunks?.Any(hunk => string.Concat(hunk.Before).Contains(text, StringComparison.Ordinal) || string.Concat(hunk.After).Contains(text, StringComparison.Ordinal)) == true;

    /// <summary>The file it is stored as, and its commitment.</summary>
    public (byte[] Stored, string Commitment) Seal(RandomNumberGenerator chance)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        chance.GetBytes(salt);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("salt", Convert.ToHexStringLower(salt));
            json.WriteString("file", File);
            if (Text is not null)
                json.WriteString("text", Text);
            else if (Bytes is not null)
                json.WriteBase64String("bytes", Bytes);
            else
                WriteHunks(json, Hunks!);
            json.WriteEndObject();
        }

        byte[] stored = [.. buffer.WrittenSpan, (byte)'\n'];
        return (stored, Convert.ToHexStringLower(SHA256.HashData(stored)));
    }

    /// <summary>Reads a stored detail; null when it is none.</summary>
    public static CustodyDetail? Open(byte[] stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored, new JsonDocumentOptions { MaxDepth = 16 });
            var json = document.RootElement;
            if (json.Text("file") is not { } file)
                return null;
            if (json.Text("text") is { } text)
                return new CustodyDetail(file, text, null, null);
            if (json.TryGetProperty("bytes", out var bytes))
                return new CustodyDetail(file, null, bytes.GetBytesFromBase64(), null);
            return new CustodyDetail(file, null, null, [.. json.Items("lines").Select(hunk => new LineHunk(hunk.GetProperty("at").GetInt32(), Lines(hunk, "before"), Lines(hunk, "after")))]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static void WriteHunks(Utf8JsonWriter json, IReadOnlyList<LineHunk> hunks)
    {
        json.WriteStartArray("lines");
        foreach (var hunk in hunks)
        {
            json.WriteStartObject();
            json.WriteNumber("at", hunk.At);
            WriteLines(json, "before", hunk.Before);
            WriteLines(json, "after", hunk.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, string field, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(field);
        foreach (var line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static string[] Lines(JsonElement hunk, string field) => [.. hunk.Items(field).Select(line => line.GetString() ?? "")];
}
