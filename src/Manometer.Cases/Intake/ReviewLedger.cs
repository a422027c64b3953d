using System.Security.Cryptography;
using System.Text;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Puts decisions on proposed observations into a case: the row, the line in <c>review/decisions.jsonl</c>, and the record in the custody log.</summary>
/// <remarks>Each decision is on the disk when the method returns. The row is written first, then the line, then the record; after a crash between, the decision is asked again, and a row that is there is not written twice.</remarks>
public static class ReviewLedger
{
    /// <summary>The decisions, one a line, relative to the case.</summary>
    public const string DecisionsFile = "review/decisions.jsonl";

    /// <summary>The proposals <c>code CASE</c> made, one a line, relative to the case. Derived: they may be deleted and made again.</summary>
    public const string ProposalsFile = ".manometer/proposals.jsonl";

    private const long LargestFile = 1L << 30;

    /// <summary>Lines of a file of the case, blank ones left out; none when it is absent.</summary>
    /// <exception cref="IOException">It cannot be read, or is larger than 1 GB.</exception>
    public static IReadOnlyList<string> Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return [];
        if (new FileInfo(path).Length > LargestFile)
            throw new IOException($"{path} is larger than 1 GB");
        return [.. File.ReadLines(path, Encoding.UTF8).Where(line => !string.IsNullOrWhiteSpace(line))];
    }

    /// <summary>Puts edits made by hand on record, so that they are not taken for the reviewer's.</summary>
    public static void Begin(CustodyLog log, string who)
    {
        ArgumentNullException.ThrowIfNull(log);
        _ = log.Record(new CustodyEntry(CustodyAct.Edit, who, "the tables as they were found before a review"));
    }

    /// <summary>Puts a decision into the case.</summary>
    /// <param name="log">The custody log, held open.</param>
    /// <param name="folder">The case.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>Faults of the table, with which nothing was written; none otherwise. A row that is there is not written twice.</returns>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public static IReadOnlyList<Diagnostic> Put(CustodyLog log, string folder, DecidedRow decision)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(decision);
        var faults = new FaultList(folder);
        var table = TableEdit.Open(folder, TableSchemas.Observations, faults);
        if (table is null)
            return faults.InOrder();
        var row = table.Find("id", decision.Observation);
        if (decision.Row is { } cells && row < 0)
            table.Append([KeyValuePair.Create<string, string?>("id", decision.Observation), .. cells]);
        else if (decision.IsTakenBack && row >= 0 && table.Value(row, "coder") == decision.Who)
            table.Remove(row);
        table.Save(folder);
        var path = Path.Combine(folder, DecisionsFile);
        byte[] lines = [.. File.Exists(path) ? File.ReadAllBytes(path) : [], .. Encoding.UTF8.GetBytes(decision.Line), (byte)'\n'];
        AtomicFile.Write(path, lines);
        var entry = new CustodyEntry(CustodyAct.Decision, decision.Who, decision.Note)
        {
            Inputs = [new CustodyItem("proposal", decision.Proposal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decision.Line))))],
            Outputs = [new CustodyItem("decisions", DecisionsFile, Convert.ToHexStringLower(SHA256.HashData(lines)))],
        };
        _ = log.Record(entry) ?? log.Append(entry);
        return [];
    }
}
