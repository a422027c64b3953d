using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Checks the custody of a case offline: the chain, the files the log names, the captures, and the preservation criteria. Changes nothing and takes no lock.</summary>
public static class CustodyCheck
{
    /// <summary>Verifies a case.</summary>
    /// <param name="folder">The case, as the user named it.</param>
    /// <param name="head">Hash of a record noted elsewhere, such as in a printed report; the log must hold it. Null by default.</param>
    /// <param name="trust">Certificates to which those of time stamps and signatures should lead; null by default: that is not asked.</param>
    public static CustodyReport Verify(string folder, string? head = null, X509Certificate2Collection? trust = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var faults = new FaultList(folder, NextCommand.Custody("verify", folder));
        try
        {
            if (Directory.Exists(folder))
                return Verify(new DiskCaseFiles(folder), folder, head, trust);
            FolderFaults.NoFolder(faults, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Rules.Unreadable, folder, "a folder that can be read", fault.Message);
        }

        return new CustodyReport { Records = [], FilesCompared = 0, CapturesCompared = 0, CapturesMissing = 0, DetailsCompared = 0, DetailsRedacted = 0, Reports = [], Diagnostics = faults.InOrder() };
    }

    internal static CustodyReport Verify(ICaseFiles files, string caseName, string? head = null, X509Certificate2Collection? trust = null)
    {
        var faults = new FaultList(caseName, NextCommand.Custody("verify", caseName));
        var chain = Chain(files, caseName, head, faults);
        var compared = chain is { IsBroken: false } ? CompareTables(files, caseName, chain.Records, faults) : 0;
        var details = chain is null ? (0, 0) : CompareDetails(files, caseName, chain, faults);
        var seals = chain is { IsBroken: false } ? CustodySeals.Check(files, chain.Records, trust, faults) : [];
        var context = new ReadingContext(files, caseName); // its faults are those of check
        var sources = CaseTables.Sources(context);
        var reports = CaseTables.Reports(context);
        var captures = CompareCaptures(files, chain?.Records ?? [], reports, faults, out var whole, out var missing);
        return new CustodyReport
        {
            Records = chain?.Records ?? [],
            FilesCompared = compared,
            CapturesCompared = captures,
            CapturesMissing = missing,
            DetailsCompared = details.Item1,
            DetailsRedacted = details.Item2,
            Reports = Preservation.Of(files, chain?.Records ?? [], sources, reports, whole),
            Seals = seals,
            Diagnostics = faults.InOrder(),
        };
    }

    /// <summary>Keeps a time stamp or a signature beside the log, if it holds.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="record">The record it speaks of.</param>
    /// <param name="seal">The token or the signature, in DER.</param>
    /// <param name="kind">Which of the two.</param>
    /// <returns>Its file, relative to the case; or null and what is wrong with it.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static (string? File, IReadOnlyList<Diagnostic> Diagnostics) Seal(string folder, CustodyRecord record, byte[] seal, SealKind kind)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(seal);
        var path = CustodySeals.PathOf(record, seal, kind == SealKind.TimeStamp ? CustodySeals.StampEnding : CustodySeals.SignatureEnding);
        var faults = new FaultList(folder, NextCommand.Custody("verify", folder));
        if (CustodySeals.Check(path, seal, [record], null, faults) is null)
            return (null, faults.InOrder());
        AtomicFile.Write(Path.Combine(folder, path), seal);
        return (path, faults.InOrder());
    }

    private static CustodyChain? Chain(ICaseFiles files, string caseName, string? head, FaultList faults)
    {
        if (Bytes(files, CustodyChain.File, faults) is not { } bytes)
        {
            if (files.Size(CustodyChain.File) is null && files.Size(CustodyChain.HeadFile) is not null)
                faults.Add(Rules.LogCut, CustodyChain.File, $"the log that {CustodyChain.HeadFile} speaks of", "none", "put back the log from a copy or from git");
            else if (files.Size(CustodyChain.File) is null)
                faults.Add(Rules.NoLog, CustodyChain.File, "a custody log", "none", $"to begin one with the case as it is: {NextCommand.Custody("record", caseName)} --who NAME --note \"taken over as it was\"");
            return null;
        }

        var chain = CustodyChain.Read(bytes, faults, caseName);
        if (chain.IsBroken)
            return chain;
        if (chain.TailStart < bytes.Length)
            faults.Add(Rules.LogUnfinished, CustodyChain.File, "a last line that ends in a line feed", string.Create(CultureInfo.InvariantCulture, $"{bytes.Length - chain.TailStart} bytes behind the last line feed"), $"the next record mends it: {NextCommand.Custody("record", caseName)} --who NAME --note TEXT");
        if (Bytes(files, CustodyChain.HeadFile, faults) is { } stated)
            chain.CheckHead(stated, faults, caseName);
        else if (chain.Records.Count > 0 && files.Size(CustodyChain.HeadFile) is null)
            faults.Add(Rules.LogHeadMissing, CustodyChain.HeadFile, "the number and the hash of the last record", "no such file: whether the end of the log was cut off cannot be told", "compare with a copy; the next record writes it anew");
        for (var i = 1; i < chain.Records.Count; i++)
            if (chain.Records[i].At < chain.Records[i - 1].At)
                faults.Add(Rules.LogTime, SourceText.Decode(CustodyChain.File, bytes), LineStart(bytes, i), 1, $"a time not before {CustodyLine.Text(chain.Records[i - 1].At)}, that of the record before", CustodyLine.Text(chain.Records[i].At), "nothing, if the clock was set right in between: say so in a record; the order of the records holds");
        if (head is not null && !chain.Records.Any(record => record.Hash == head))
            faults.Add(Rules.LogCut, CustodyChain.File, $"a record with the hash {head}", "none", "this is not the log whose hash you noted, or its end was cut off; compare with a copy");
        return chain;
    }

    // the log is ASCII but for names and notes: positions are counted in characters
    private static int LineStart(byte[] bytes, int line)
    {
        var at = 0;
        for (; line > 0; line--)
            at += bytes.AsSpan(at).IndexOf((byte)'\n') + 1;
        return System.Text.Encoding.UTF8.GetCharCount(bytes, 0, at);
    }

    private static int CompareTables(ICaseFiles files, string caseName, IReadOnlyList<CustodyRecord> records, FaultList faults)
    {
        var state = CustodyHistory.StateAfter(records, records.Count);
        var next = $"if the change is meant: {NextCommand.Custody("record", caseName)} --who NAME --note TEXT; else: {NextCommand.Custody("restore", caseName)} --known {(records.Count == 0 ? "DATE" : CustodyLine.Text(records[^1].At)[..10])} --out DIR";
        var compared = 0;
        foreach (var (path, hash) in state)
        {
            if (files.Size(path) is null)
                faults.Add(Rules.FileNotAsRecorded, path, $"content with the SHA-256 {hash}", "no such file", next);
            else if (Hash(files, path, faults) is { } actual)
            {
                compared++;
                if (actual != hash)
                    faults.Add(Rules.FileNotAsRecorded, path, $"content with the SHA-256 {hash}", actual, next);
            }
        }

        foreach (var path in files.List().Where(path => CustodyFiles.IsFollowed(path) && !state.ContainsKey(path)))
            faults.Add(Rules.FileNotAsRecorded, path, "a file the log knows", "one it does not know", $"take it into the log: {NextCommand.Custody("record", caseName)} --who NAME --note TEXT; or remove it");
        return compared;
    }

    private static (int Compared, int Redacted) CompareDetails(ICaseFiles files, string caseName, CustodyChain chain, FaultList faults)
    {
        var gone = CustodyLog.Redacted(chain.Records);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var (compared, redacted) = (0, 0);
        foreach (var record in chain.Records)
            foreach (var item in record.Inputs.Concat(record.Outputs))
            {
                if (item.Detail is null || !named.Add(item.Detail))
                    continue;
                var path = CustodyDetail.PathOf(item.Detail);
                if (files.Size(path) is not null)
                {
                    compared++;
                    if (Hash(files, path, faults) is { } actual && actual != item.Detail)
                        faults.Add(Rules.DetailChanged, path, $"content with the SHA-256 {item.Detail}", actual, "put it back from a copy");
                    if (gone.Contains(item.Detail))
                        faults.Add(Rules.DetailStill, path, string.Create(CultureInfo.InvariantCulture, $"nothing: the log says it was removed"), "the detail", $"remove it: {NextCommand.Custody("redact", caseName)} --detail {item.Detail} --who NAME");
                }
                else if (gone.Contains(item.Detail))
                    redacted++;
                else
                    faults.Add(Rules.DetailMissing, path, string.Create(CultureInfo.InvariantCulture, $"what {item.Name} held before and after record {record.Sequence}"), "no such file", "put it back from a copy; without it earlier states of the file cannot be rebuilt, and the log does not say why");
            }

        if (!chain.IsBroken)
            foreach (var path in files.List().Where(path => path.StartsWith(CustodyDetail.Folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && !named.Contains(path[CustodyDetail.Folder.Length..^5])))
                faults.Add(Rules.DetailUnnamed, path, "a detail that a record names", "one that none names: it is left from an interrupted record, or the end of the log was cut off", "compare the log with a copy; if nothing is missing from it, remove the file");
        return (compared, redacted);
    }

    // by the name of each capture, and by what the log says of it
    private static int CompareCaptures(ICaseFiles files, IReadOnlyList<CustodyRecord> records, IReadOnlyList<Report> reports, FaultList faults, out IReadOnlyDictionary<string, string> whole, out int missing)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        whole = found;
        var stated = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in records.SelectMany(record => record.Outputs).Where(item => item.Role == CustodyItem.Capture))
            stated[item.Name] = item.Sha256;
        var paths = files.List().Where(path => path.StartsWith(CustodyFiles.Captures, StringComparison.Ordinal)).ToList();
        var (compared, absent) = (0, 0);
        foreach (var path in paths)
        {
            var name = path[CustodyFiles.Captures.Length..].Split('.')[0];
            var expected = stated.GetValueOrDefault(path) ?? (CustodyLine.IsHash(name) ? name : null);
            if (expected is null || Hash(files, path, faults) is not { } actual)
                continue;
            compared++;
            if (actual == expected)
                found[actual] = path;
            else
                faults.Add(Rules.CaptureChanged, path, $"content with the SHA-256 {expected}", actual, "restore the capture, or capture the report anew");
        }

        foreach (var (path, hash) in stated)
            if (files.Size(path) is null)
                Missing(path, $"the capture with the SHA-256 {hash}");
        foreach (var report in reports)
            if (report.Sha256 is { } hash && !paths.Exists(path => path.AsSpan(CustodyFiles.Captures.Length).StartsWith(hash)) && !stated.ContainsValue(hash))
                Missing(CustodyFiles.Captures + hash, $"the capture of report {report.Id}");
        missing = absent;
        return compared;

        void Missing(string path, string expected)
        {
            absent++;
            faults.Add(Rules.CaptureMissing, path, expected, "no such file", "put it back from a copy, if it was not left out on purpose: a case may be published without its captures");
        }
    }

    private static string? Hash(ICaseFiles files, string path, FaultList faults)
    {
        try
        {
            return CustodyFiles.HashOf(files, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Rules.Unreadable, path, "a file that can be read", fault.Message);
            return null;
        }
    }

    private static byte[]? Bytes(ICaseFiles files, string path, FaultList faults)
    {
        try
        {
            return files.Size(path) is null ? null : files.Read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Rules.Unreadable, path, "a file that can be read", fault.Message);
            return null;
        }
    }
}
