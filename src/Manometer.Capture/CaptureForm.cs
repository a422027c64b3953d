using System.IO.Compression;
using System.Text;

namespace Manometer.Capture;

/// <summary>Tells what bytes are: by what they begin with, then by what the server said, then by the ending of the name.</summary>
internal static class CaptureForm
{
    private const int LookedAt = 4096;

    public static CaptureKind Of(string name, ReadOnlySpan<byte> content, string? mediaType)
    {
        var head = content[..Math.Min(content.Length, LookedAt)];
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return CaptureKind.Pdf;
        var ending = Ending(name);
        if (head is [0x50, 0x4B, 0x03, 0x04, ..])
            return ending == ".wacz" || content.IndexOf("archive/"u8) >= 0 ? CaptureKind.Wacz : CaptureKind.None;
        if (head is [0x1F, 0x8B, ..])
            return IsPackedWarc(content) ? CaptureKind.PackedWarc : CaptureKind.None;
        if (head.StartsWith("WARC/"u8))
            return CaptureKind.Warc;
        var media = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        if (media == "message/rfc822" || ending is ".eml")
            return CaptureKind.Mail;
        var wide = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..];
        if (!wide && head.Contains((byte)0))
            return CaptureKind.None;
        var start = (wide ? DecodedText.Of(head[..(head.Length & ~1)]).Text : Encoding.Latin1.GetString(head)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (start.StartsWith('{') && JsonFeedReader.IsFeed(content))
            return CaptureKind.JsonFeed;
        if (ending is ".md" or ".markdown")
            return CaptureKind.Markdown;
        if (start.StartsWith('<'))
        {
            if (Has("<rss") || Has("<feed") || Has("<rdf:RDF"))
                return CaptureKind.Feed;
            if (Has("<html") || Has("<!doctype html") || Has("<head") || Has("<body") || Has("<article") || Has("<p") || Has("<div"))
                return CaptureKind.Html;
        }

        if (media is "text/html" or "application/xhtml+xml" || ending is ".html" or ".htm" or ".xhtml")
            return CaptureKind.Html;
        if (media is "text/markdown")
            return CaptureKind.Markdown;
        if (start.StartsWith('{') || media is "application/json" || (media is not null && !media.StartsWith("text/", StringComparison.Ordinal)) || ending is ".csv" or ".js" or ".css" or ".json" or ".jsonl" or ".xlsx" or ".zip")
            return CaptureKind.None;
        return IsText(head, wide) ? CaptureKind.Text : CaptureKind.None;

        bool Has(string tag) => start.Contains(tag, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPackedWarc(ReadOnlySpan<byte> content)
    {
        using var packed = new GZipStream(new MemoryStream(content[..Math.Min(content.Length, 1 << 16)].ToArray(), writable: false), CompressionMode.Decompress);
        var start = new byte[5];
        try
        {
            return packed.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> head, bool wide)
    {
        if (wide || head.IsEmpty)
            return wide;
        var controls = 0;
        foreach (var one in head)
            controls += one is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B) ? 1 : 0;
        return controls * 50 <= head.Length;
    }

    private static string Ending(string name)
    {
        var end = name.AsSpan().IndexOfAny("?#");
        return Path.GetExtension(end > 0 && name.Contains("://", StringComparison.Ordinal) ? name[..end] : name).ToLowerInvariant();
    }
}
