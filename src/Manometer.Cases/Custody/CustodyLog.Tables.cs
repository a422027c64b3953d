using System.Security.Cryptography;

namespace Manometer.Cases;

/// <content>Edits of the tables, and redaction.</content>
public sealed partial class CustodyLog
{
    /// <summary>Larger files are on record by their hash only and cannot be rebuilt.</summary>
    private const long LargestDetail = 64L << 20;

    /// <summary>Takes what changed in the files of the case since the last record into the log, with the lines before and after.</summary>
    /// <param name="entry">Who, what and why; inputs and outputs it names are kept beside those found.</param>
    /// <returns>The record; null when nothing has changed, and nothing was written.</returns>
    /// <exception cref="IOException">The disk is full or failed; the log is as it was.</exception>
    public CustodyRecord? Record(CustodyEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var files = new DiskCaseFiles(_folder);
        var state = CustodyHistory.StateAfter(_records, _records.Count);
        var (inputs, outputs) = (new List<CustodyItem>(), new List<CustodyItem>());
        var present = files.List().Where(CustodyFiles.IsFollowed).ToList();
        foreach (var path in present)
        {
            var known = state.GetValueOrDefault(path);
            var hash = CustodyFiles.HashOf(files, path);
            if (hash == known)
                continue;
            if (known is not null)
                inputs.Add(new CustodyItem(CustodyItem.Table, path, known));
            outputs.Add(Stored(files, path, hash, known is null ? null : CustodyHistory.Rebuild(Detail, _records, _records.Count, path, out _)));
        }

        foreach (var (path, hash) in state)
            if (!present.Contains(path))
                inputs.Add(new CustodyItem(CustodyItem.Removed, path, hash));
        if (inputs.Count + outputs.Count == 0)
            return null;
        return Append(entry with { Inputs = [.. entry.Inputs, .. inputs], Outputs = [.. entry.Outputs, .. outputs] });
    }

    /// <summary>Commitments of the stored details a line of which holds this text, in order of record.</summary>
    public IReadOnlyList<string> DetailsWith(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return [.. Commitments().Where(one => Detail(one) is { } stored && CustodyDetail.Open(stored)?.Holds(text) == true)];
    }

    /// <summary>Removes stored details. The log keeps their commitments and a record of the removal, so that the chain stays provable; what the case was at earlier dates can then no longer be rebuilt for the files concerned.</summary>
    /// <remarks>The record is written first: after a crash between, the details are still there, <c>verify</c> says so, and the same call removes them. The files as they are now are stored anew, so that they can be rebuilt from here on.</remarks>
    /// <param name="details">Commitments, such as from <see cref="DetailsWith"/>.</param>
    /// <param name="who">Who removes them.</param>
    /// <param name="note">Why; it stays in the log.</param>
    /// <returns>The record; null when all of them were on record as removed before, or none is of this log.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public CustodyRecord? Redact(IReadOnlyList<string> details, string who, string note)
    {
        ArgumentNullException.ThrowIfNull(details);
        var known = Commitments().ToHashSet(StringComparer.Ordinal);
        var gone = Redacted(_records);
        var wanted = details.Where(known.Contains).Distinct(StringComparer.Ordinal).ToList();
        var fresh = wanted.Where(one => !gone.Contains(one)).ToList();
        CustodyRecord? record = null;
        if (fresh.Count > 0)
        {
            var names = _records.SelectMany(one => one.Outputs).Where(item => item.Detail is not null).DistinctBy(item => item.Detail, StringComparer.Ordinal).ToDictionary(item => item.Detail!, item => item.Name, StringComparer.Ordinal);
            record = Append(new CustodyEntry(CustodyAct.Redact, who, note)
            {
                Inputs = [.. fresh.Select(one => new CustodyItem(CustodyItem.Redacted, names[one], one))],
                Outputs = [.. Anew(fresh.Select(one => names[one]))],
            });
        }

        foreach (var one in wanted)
            _disk.Delete(PathOf(CustodyDetail.PathOf(one)));
        if (wanted.Count > 0 && Directory.Exists(PathOf(CustodyDetail.Folder)))
            _disk.FlushFolder(PathOf(CustodyDetail.Folder));
        return record;
    }

    /// <summary>Commitments on record as removed.</summary>
    internal static HashSet<string> Redacted(IReadOnlyList<CustodyRecord> records) =>
        records.Where(record => record.Act == CustodyAct.Redact).SelectMany(record => record.Inputs).Where(item => item.Role == CustodyItem.Redacted).Select(item => item.Sha256).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> Commitments() => _records.SelectMany(record => record.Inputs.Concat(record.Outputs)).Select(item => item.Detail).OfType<string>().Distinct(StringComparer.Ordinal);

    private byte[]? Detail(string commitment)
    {
        var path = PathOf(CustodyDetail.PathOf(commitment));
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    // the files as they are on disk and on record, whole
    private IEnumerable<CustodyItem> Anew(IEnumerable<string> names)
    {
        var files = new DiskCaseFiles(_folder);
        var state = CustodyHistory.StateAfter(_records, _records.Count);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (state.TryGetValue(name, out var hash) && files.Size(name) is not null && CustodyFiles.HashOf(files, name) == hash)
                yield return Stored(files, name, hash, null);
    }

    private CustodyItem Stored(ICaseFiles files, string path, string hash, byte[]? before)
    {
        if (files.Size(path) > LargestDetail)
            return new CustodyItem(CustodyItem.Table, path, hash);
        var content = files.Read(path);
        hash = Convert.ToHexStringLower(SHA256.HashData(content)); // of what is stored, should an editor have saved meanwhile
        var (stored, commitment) = CustodyDetail.Of(path, before, content).Seal(_chance);
        _disk.WriteWhole(PathOf(CustodyDetail.PathOf(commitment)), stored);
        return new CustodyItem(CustodyItem.Table, path, hash, commitment);
    }
}
