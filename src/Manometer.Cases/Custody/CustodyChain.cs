using System.Globalization;
using System.Text;

namespace Manometer.Cases;

/// <summary>The records of a custody log up to the first broken link.</summary>
internal sealed class CustodyChain
{
    /// <summary>File of the log, relative to the case.</summary>
    public const string File = "custody.jsonl";

    /// <summary>File that names the last record, so that a log cut short is seen.</summary>
    public const string HeadFile = "custody.head";

    private CustodyChain(IReadOnlyList<CustodyRecord> records, bool broken, int tail) => (Records, IsBroken, TailStart) = (records, broken, tail);

    /// <summary>The records before the first broken link, in order.</summary>
    public IReadOnlyList<CustodyRecord> Records { get; }

    /// <summary>Is a link broken? Records after it are not read.</summary>
    public bool IsBroken { get; }

    /// <summary>Where the bytes after the last line feed start; the length of the log when there are none.</summary>
    public int TailStart { get; }

    /// <summary>Hash of the last record.</summary>
    public string LastHash => Records.Count == 0 ? CustodyLine.NoHash : Records[^1].Hash;

    /// <summary>Reads a log and tells the first broken link.</summary>
    /// <param name="bytes">The log.</param>
    /// <param name="faults">Takes at most one fault.</param>
    /// <param name="caseName">The case as the user named it.</param>
    public static CustodyChain Read(ReadOnlySpan<byte> bytes, FaultList faults, string caseName)
    {
        var records = new List<CustodyRecord>();
        var previous = CustodyLine.NoHash;
        var tail = bytes.LastIndexOf((byte)'\n') + 1;
        for (var at = 0; at < tail;)
        {
            var line = bytes.Slice(at, bytes[at..].IndexOf((byte)'\n'));
            var number = records.Count + 1;
            var hash = CustodyLine.HashOf(line);
            string? wrong = null;
            var record = hash is null ? null : CustodyLine.Read(line, hash, out wrong);
            if (record is null || record.Sequence != number || record.Previous != previous)
            {
                new Break(faults, SourceText.Decode(File, bytes), caseName, number).Tell(line, record, records, wrong, hash, bytes[(at + line.Length + 1)..tail]);
                return new CustodyChain(records, true, tail);
            }

            records.Add(record);
            previous = record.Hash;
            at += line.Length + 1;
        }

        return new CustodyChain(records, false, tail);
    }

    /// <summary>The line of the head file for a log that ends in this record.</summary>
    public static byte[] Head(CustodyRecord last) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.Sequence} {last.Hash}\n"));

    /// <summary>Compares the end of the log with what the head file says it was.</summary>
    public void CheckHead(ReadOnlySpan<byte> head, FaultList faults, string caseName)
    {
        var text = Encoding.UTF8.GetString(head);
        var parts = text.Length > 0 && text[^1] == '\n' ? text[..^1].Split(' ') : [];
        if (parts is not [var number, var hash] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence < 1 || number[0] == '0' || !CustodyLine.IsHash(hash))
            faults.Add(Rules.LogHead, HeadFile, "the number and the hash of the last record", text.Length > 100 ? text[..100] : text, $"if the log is whole, remove {HeadFile}; the next record writes it anew");
        else if (sequence > Records.Count)
            faults.Add(Rules.LogCut, File, string.Create(CultureInfo.InvariantCulture, $"{sequence} records, the last with the hash {hash}"), string.Create(CultureInfo.InvariantCulture, $"{Records.Count} records"), "put back the log from a copy or from git");
        else if (Records[sequence - 1].Hash != hash)
            faults.Add(Rules.LogHead, HeadFile, string.Create(CultureInfo.InvariantCulture, $"the hash of record {sequence}, {Records[sequence - 1].Hash}"), hash, $"compare the log with a copy: it, or {HeadFile}, was changed");
        else if (sequence < Records.Count - 1)
            faults.Add(Rules.LogHead, HeadFile, string.Create(CultureInfo.InvariantCulture, $"record {Records.Count}, or the one before it"), string.Create(CultureInfo.InvariantCulture, $"record {sequence}"), $"if the records after {sequence} are yours, remove {HeadFile}; the next record writes it anew");
    }

    // tells what kind of break it is: a changed line, a merge, an order, a gap
    private readonly struct Break(FaultList faults, SourceText source, string caseName, int number)
    {
        private string Verify => NextCommand.Custody("verify", caseName);

        public void Tell(ReadOnlySpan<byte> line, CustodyRecord? record, List<CustodyRecord> before, string? wrong, string? hash, ReadOnlySpan<byte> rest)
        {
            if (line.StartsWith("<<<<<<<"u8) || line.StartsWith("======="u8) || line.StartsWith(">>>>>>>"u8) || line.StartsWith("|||||||"u8))
                Add(Rules.LogMerged, "one log", "the marks of a merge in which both sides had changed it", Choose);
            else if (hash is null && CustodyLine.HasHashField(line))
                Add(Rules.LogBroken, "a line with the hash it states", "a line that was changed after it was written", Restore);
            else if (hash is null)
                Add(Rules.LogLine, "a record of the log", "something else, or a record that was damaged", Restore);
            else if (record is null)
                Add(Rules.LogLine, "a record of the log", $"a record with a right hash, and a wrong {wrong}", $"it may be of a newer version of the program; else put back the log from a copy, then: {Verify}");
            else if (before.FindIndex(one => one.Hash == record.Hash) is var twin and >= 0)
                Add(Rules.LogMerged, "each record once", $"the record of line {Number(twin + 1)} again", $"remove the second, if a merge put it there, then: {Verify}");
            else if (before.FindIndex(one => one.Previous == record.Previous) is var fork and >= 0)
                Add(Rules.LogMerged, "one record after each", $"a record that follows the same one as line {Number(fork + 1)} does: two logs in one", Choose);
            else if (Holds(rest, record.Previous))
                Add(Rules.LogOrder, Expected(before), $"record {Number(record.Sequence)}, whose predecessor stands further down", $"put the lines in the order of their numbers, then: {Verify}");
            else
                Add(Rules.LogOrder, Expected(before), $"record {Number(record.Sequence)}, whose predecessor is not in the log", Restore);
        }

        private string Restore => $"put back the log from a copy or from git, then: {Verify}";

        private string Choose => $"keep the log and the tables of one side, put in the edits of the other, then: {NextCommand.Custody("record", caseName)} --who NAME --note \"merge of NAME's work\"";

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private string Expected(List<CustodyRecord> before) => before.Count == 0 ? "record 1, the first" : $"record {Number(number)}, which follows {before[^1].Hash}";

        private static bool Holds(ReadOnlySpan<byte> rest, string hash) => rest.IndexOf(Encoding.ASCII.GetBytes($",\"hash\":\"{hash}\"}}")) >= 0;

        private void Add(DiagnosticRule rule, string expected, string found, string next) => faults.Add(rule, source, source.PositionOf(number, 1), 1, expected, found, next);
    }
}
