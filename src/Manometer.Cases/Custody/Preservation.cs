using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Asks of each report what the preservation criteria ask.</summary>
internal static class Preservation
{
    // endings that programs of today open, with what such a file starts with; empty: text
    private static readonly Dictionary<string, byte[][]> Kinds = new(StringComparer.Ordinal)
    {
        [".txt"] = [], [".html"] = [], [".htm"] = [], [".csv"] = [], [".json"] = [], [".xml"] = [], [".md"] = [], [".eml"] = [],
        [".pdf"] = ["%PDF-"u8.ToArray()],
        [".png"] = [[0x89, 0x50, 0x4E, 0x47]],
        [".jpg"] = [[0xFF, 0xD8, 0xFF]],
        [".jpeg"] = [[0xFF, 0xD8, 0xFF]],
        [".gif"] = ["GIF8"u8.ToArray()],
        [".warc"] = ["WARC/"u8.ToArray()],
        [".gz"] = [[0x1F, 0x8B]],
        [".zip"] = ["PK"u8.ToArray()],
        [".wacz"] = ["PK"u8.ToArray()],
        [".docx"] = ["PK"u8.ToArray()],
        [".xlsx"] = ["PK"u8.ToArray()],
    };

    public static IReadOnlyList<PreservedReport> Of(ICaseFiles files, IReadOnlyList<CustodyRecord> records, IReadOnlyList<Source> sources, IReadOnlyList<Report> reports, IReadOnlyDictionary<string, string> whole)
    {
        var languages = sources.GroupBy(source => source.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Language, StringComparer.Ordinal);
        var captured = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in records.Where(record => record.Act == CustodyAct.Capture).SelectMany(record => record.Outputs).Where(item => item.Role == CustodyItem.Capture))
            captured.Add(item.Sha256);
        var present = files.List().Where(path => path.StartsWith(CustodyFiles.Captures, StringComparison.Ordinal)).Select(path => path[CustodyFiles.Captures.Length..].Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return [.. reports.Select(report => new PreservedReport(report.Id, report.Sha256, [.. Lacks(files, report, languages, captured, present, whole)]))];
    }

    private static IEnumerable<(PreservationCriterion Criterion, string Why)> Lacks(ICaseFiles files, Report report, Dictionary<string, string?> languages, HashSet<string> captured, HashSet<string> present, IReadOnlyDictionary<string, string> whole)
    {
        var hash = report.Sha256;
        var path = hash is null ? null : whole.GetValueOrDefault(hash);
        if (hash is null)
            yield return (PreservationCriterion.Authenticity, "no hash is stated");
        else if (path is null)
            yield return (PreservationCriterion.Authenticity, present.Contains(hash) ? "the capture has another hash" : "there is no capture to compare");
        if (path is null && (hash is null || !present.Contains(hash)))
            yield return (PreservationCriterion.Availability, "the capture is not in the case");
        if (report.Url == "none seen" || !languages.ContainsKey(report.Source))
            yield return (PreservationCriterion.Identity, report.Url == "none seen" ? "no address" : "no source");
        if (path is null || !captured.Contains(hash!) || !path.AsSpan(CustodyFiles.Captures.Length).StartsWith(hash))
            yield return (PreservationCriterion.Persistence, path is null ? "no capture" : captured.Contains(hash!) ? "the capture is not named by its hash" : "the log does not name the capture");
        if ((path is null ? "no capture" : Unrenderable(files, path)) is { } why)
            yield return (PreservationCriterion.Renderability, why);
        if (report.Title is null || languages.GetValueOrDefault(report.Source) is null)
            yield return (PreservationCriterion.Understandability, report.Title is null ? "no title" : "the language of the source is not stated");
        if (hash is null || !captured.Contains(hash))
            yield return (PreservationCriterion.ChainOfCustody, report.Captured is null ? "no record of a capture, and no date of one" : "no record of a capture");
    }

    private static string? Unrenderable(ICaseFiles files, string path)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (!Kinds.TryGetValue(ending, out var starts))
            return ending.Length == 0 ? "the file has no ending" : $"an ending that is not known: {ending}";
        Span<byte> head = stackalloc byte[16];
        int read;
        try
        {
            using var stream = files.OpenRead(path);
            read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "it cannot be read";
        }

        if (read == 0)
            return "the capture is empty";
        head = head[..read];
        if (starts.Length == 0)
            return head.Contains((byte)0) ? "it is no text" : null;
        foreach (var start in starts)
            if (head.StartsWith(start))
                return null;
        return $"it does not start as a {ending} file does";
    }
}
