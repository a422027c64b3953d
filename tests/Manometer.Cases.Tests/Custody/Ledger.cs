using System.Text;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>A small case on disk with a custody log, a clock and salts of its own.</summary>
internal sealed class Ledger : IDisposable
{
    public const string Tool = "Manometer test";

    private readonly TemporaryFolder _folder = new();

    public Ledger()
    {
        Write("case.yaml", SmallCase.Header);
        Write("sources.csv", "id,name,kind,reliability,language,url\ngazette,Gazette,outlet,C,en,none seen\n");
        Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-10,Tarde falls,gazette.example/1\n");
    }

    public string Folder => _folder.Path;

    public SetClock Clock { get; } = new();

    public SeededSalt Salt { get; } = new();

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), Encoding.UTF8.GetBytes(text));
    }

    public CustodyLog Open(CustodyDisk? disk = null) => TryOpen(disk).Log!;

    public CustodyOpening TryOpen(CustodyDisk? disk = null) => CustodyLog.Open(Folder, Tool, Clock, Salt, TimeSpan.FromMilliseconds(100), disk ?? CustodyDisk.Real);

    /// <summary>Takes the tables as they are into the log.</summary>
    public CustodyRecord? Record(string note = "edit", string who = "jd")
    {
        using var log = Open();
        return log.Record(new CustodyEntry(CustodyAct.Edit, who, note));
    }

    /// <summary>Captures a text for the report r-1.</summary>
    public string Capture(string text)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Write($"captures/{hash}.txt", text);
        using var log = Open();
        log.Append(new CustodyEntry(CustodyAct.Capture, "jd") { Outputs = [new CustodyItem(CustodyItem.Capture, $"captures/{hash}.txt", hash)] });
        return hash;
    }

    public CustodyReport Verify() => CustodyCheck.Verify(new DiskCaseFiles(Folder), "case");

    public IEnumerable<string> Codes() => Verify().Diagnostics.Select(fault => fault.Code);

    /// <summary>The files of the case in memory, to be broken.</summary>
    public Dictionary<string, byte[]> Files() => new DiskCaseFiles(Folder).List().ToDictionary(path => path, path => File.ReadAllBytes(PathOf(path)), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
