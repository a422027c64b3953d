namespace Manometer.Cases;

/// <summary>Finds reports by what was captured and by their address.</summary>
internal sealed class ReportIndex
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Row, string Id, bool HasCapture)> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public ReportIndex(TableEdit reports)
    {
        for (var row = 0; row < reports.Count; row++)
            Put(row, reports.Value(row, "id"), reports.Value(row, "sha256"), ReportIntake.Bare(reports.Value(row, "url")));
    }

    public string? WithHash(string hash) => _hashes.GetValueOrDefault(hash);

    public (int Row, string Id, bool HasCapture)? WithAddress(string address) => address.Length > 0 && _addresses.TryGetValue(address, out var found) ? found : null;

    public void Put(int row, string id, string hash, string address)
    {
        _ids.Add(id);
        if (hash.Length > 0)
            _hashes.TryAdd(hash, id);
        if (address.Length > 0)
            _addresses[address] = (row, id, hash.Length > 0);
    }

    /// <summary>An identifier made of the hash, as short as it may be.</summary>
    public string NewId(string hash, int shortest)
    {
        for (var length = shortest; length < hash.Length; length++)
            if (!_ids.Contains("r-" + hash[..length]))
                return "r-" + hash[..length];
        return "r-" + hash;
    }
}
