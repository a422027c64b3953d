using System.IO.Compression;
using System.Text.Json;

namespace Manometer.Capture;

/// <summary>Reads WACZ files (version 1.1.1): a zip of WARC files with a list of the pages that were visited.</summary>
internal static class WaczReader
{
    private const int MostFiles = 1_000;
    private const int LongestList = 16 << 20;

    /// <summary>Reads the pages of the list, and PDF files and texts; all pages when there is no list.</summary>
    /// <exception cref="InvalidDataException">It is no WACZ file, or damaged; what stood before was taken.</exception>
    public static void Read(ReadOnlyMemory<byte> content, Budget budget, int most, Action<WarcRecord> take)
    {
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in zip.Entries.Take(MostFiles).Where(one => one.FullName is "pages/pages.jsonl" or "pages/extraPages.jsonl"))
            using (var stream = list.Open())
                if (budget.ReadAll(stream, LongestList) is { } bytes)
                    Addresses(bytes, listed);
        var left = most;
        foreach (var warc in zip.Entries.Take(MostFiles).Where(one => one.FullName.StartsWith("archive/", StringComparison.Ordinal) && Ending(one.FullName) is not null).OrderBy(one => one.FullName, StringComparer.Ordinal))
        {
            using var stream = warc.Open();
            using var unpacked = Ending(warc.FullName) == ".gz" ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            WarcReader.Read(unpacked, budget, left, address => listed.Count == 0 || listed.Contains(address), record =>
            {
                left--;
                take(record);
            });
        }
    }

    private static string? Ending(string name) => name.EndsWith(".warc.gz", StringComparison.Ordinal) ? ".gz" : name.EndsWith(".warc", StringComparison.Ordinal) ? ".warc" : null;

    private static void Addresses(byte[] lines, HashSet<string> listed)
    {
        foreach (var range in lines.AsSpan().Split((byte)'\n'))
        {
            var line = lines.AsMemory(range);
            if (line.Length < 2)
                continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String && url.GetString() is { } address)
                    listed.Add(address);
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                continue; // one bad line hides no other
            }
        }
    }
}
