using System.Globalization;
using System.Security.Cryptography;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Takes captured documents into a case: the bytes under their hash, a row in <c>reports.csv</c>, a row in <c>sources.csv</c> where it lacks one, and a record in the custody log.</summary>
/// <remarks>
/// What is there already is left: the same bytes, and, unless asked otherwise, another state of the same address. So the same command run twice adds nothing the second time. Captures are written first, then the tables,
/// then the record; after a crash between, the same command goes on where it stopped. Identifiers come from the content.
/// </remarks>
public static class ReportIntake
{
    private const int ShortestId = 8;
    private const string NoAddress = "none seen";

    /// <summary>Addresses with a capture in the case, without scheme and <c>www.</c>; a page among them need not be fetched again.</summary>
    public static IReadOnlySet<string> CapturedAddresses(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Reports.Where(report => report.Sha256 is not null).Select(report => Bare(report.Url)).Where(url => url.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>An address without scheme, <c>www.</c>, fragment and last slash, by which two are the same.</summary>
    public static string Bare(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address == NoAddress)
            return "";
        var bare = address.AsSpan().Trim();
        if (bare.IndexOf("://") is var scheme and >= 0)
            bare = bare[(scheme + 3)..];
        if (bare.IndexOf('#') is var fragment and >= 0)
            bare = bare[..fragment];
        if (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            bare = bare[4..];
        bare = bare.TrimEnd('/');
        var host = bare.IndexOf('/') is var slash and >= 0 ? slash : bare.Length;
        return bare[..host].ToString().ToLowerInvariant() + bare[host..].ToString();
    }

    /// <summary>Takes documents in.</summary>
    /// <param name="log">The custody log of the case, held open: nobody else writes meanwhile.</param>
    /// <param name="folder">The case.</param>
    /// <param name="reports">The documents, in order.</param>
    /// <param name="options">How.</param>
    /// <returns>What became of each, in order; and faults, with which nothing was taken.</returns>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public static (IReadOnlyList<TakenReport> Taken, IReadOnlyList<Diagnostic> Diagnostics) Take(CustodyLog log, string folder, IReadOnlyList<IncomingReport> reports, IntakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(options);
        var faults = new FaultList(folder);
        var table = TableEdit.Open(folder, TableSchemas.Reports, faults);
        var sources = TableEdit.Open(folder, TableSchemas.Sources, faults);
        if (table is null || sources is null)
            return ([], faults.InOrder());
        if (options.Source is { } named && sources.Find("id", named) < 0)
        {
            var near = Nearest.To(named, Enumerable.Range(0, sources.Count).Select(row => sources.Value(row, "id")));
            faults.Add(Rules.UnknownReference, TableSchemas.Sources.File, $"a source with the id '{named}'{(near is null ? "" : $"; did you mean '{near}'?")}", "none", "name one that is there, add it to sources.csv, or leave --source out");
            return ([], faults.InOrder());
        }

        _ = log.Record(new CustodyEntry(CustodyAct.Edit, options.Who, "the tables as they were found before reports were added"));
        var index = new ReportIndex(table);
        var captures = new List<CustodyItem>();
        var taken = new List<TakenReport>();
        foreach (var report in reports)
            taken.Add(One(folder, report, options, table, sources, index, captures));
        var isDated = taken.Exists(one => one.Fate == IntakeFate.Dated);
        sources.Save(folder);
        table.Save(folder);
        if (captures.Count > 0)
            _ = log.Record(new CustodyEntry(CustodyAct.Capture, options.Who, options.Note) { Outputs = captures });
        else if (isDated)
            _ = log.Record(new CustodyEntry(CustodyAct.Edit, options.Who, "dates of publication told for reports that had none"));
        return (taken, faults.InOrder());
    }

    private static TakenReport One(string folder, IncomingReport report, IntakeOptions options, TableEdit table, TableEdit sources, ReportIndex index, List<CustodyItem> captures)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(report.Content.Span));
        var address = report.Address is null ? "" : Bare(report.Address);
        var title = report.Title ?? report.Address ?? "without a title";
        if (index.WithHash(hash) is { } same)
            return new TakenReport(same, Dated(same, report, table) ? IntakeFate.Dated : IntakeFate.Known, title);
        var before = index.WithAddress(address);
        if (before is { HasCapture: true } && !options.Again)
            return new TakenReport(before.Value.Id, IntakeFate.Older, title);
        var capture = $"{CustodyFiles.Captures}{hash}{report.Extension}";
        if (!File.Exists(Path.Combine(folder, capture)))
            AtomicFile.Write(Path.Combine(folder, capture), report.Content.Span);
        captures.Add(new CustodyItem(CustodyItem.Capture, capture, hash));
        var day = report.Captured.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var note = report.Charset is null ? null : CaptureNote.Charset(report.Charset);
        if (before is { HasCapture: false } bare)
        {
            table.Set(bare.Row, "captured", day);
            table.Set(bare.Row, "sha256", hash);
            if (table.Value(bare.Row, "title").Length == 0)
                table.Set(bare.Row, "title", report.Title);
            if (note is not null)
                table.Set(bare.Row, "note", string.Join("; ", new[] { table.Value(bare.Row, "note"), note }.Where(text => text.Length > 0)));
            index.Put(bare.Row, bare.Id, hash, address);
            return new TakenReport(bare.Id, IntakeFate.Attached, title);
        }

        if (before is { } earlier)
            note = string.Join("; ", new[] { $"later state of {earlier.Id}", note }.OfType<string>());
        var id = index.NewId(hash, ShortestId);
        var source = options.Source ?? SourceRows.Of(report, sources);
        table.Append(new Dictionary<string, string?>
        {
            ["id"] = id,
            ["source"] = source,
            ["published"] = report.Published?.ToString() ?? "../" + day,
            ["title"] = report.Title,
            ["url"] = report.Address ?? NoAddress,
            ["captured"] = day,
            ["sha256"] = hash,
            ["note"] = note,
        });
        index.Put(table.Count - 1, id, hash, address);
        return new TakenReport(id, IntakeFate.Added, title) { IsUnsigned = source == SourceRows.Unknown };
    }

    // a report that stands with "some day up to its capture" takes a date that is told later
    private static bool Dated(string id, IncomingReport report, TableEdit table)
    {
        var row = table.Find("id", id);
        if (row < 0 || report.Published is not { } told || !table.Value(row, "published").StartsWith("../", StringComparison.Ordinal))
            return false;
        table.Set(row, "published", told.ToString());
        return true;
    }
}
