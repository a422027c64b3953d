using System.Security.Cryptography;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The custody log of a case, open for writing: <c>custody.jsonl</c>, one record a line, each with the hash of the one before.</summary>
/// <remarks>
/// A record is acknowledged when the method that writes it returns: by then it is on the disk. A process killed at any instant leaves every acknowledged record, and at most one
/// unfinished line behind them, which the next opening moves aside. One process at a time has the log open; another waits.
/// </remarks>
public sealed partial class CustodyLog : IDisposable
{
    private const string Torn = "custody/torn-";

    private readonly string _folder;
    private readonly string _tool;
    private readonly TimeProvider _clock;
    private readonly RandomNumberGenerator _chance;
    private readonly CustodyDisk _disk;
    private readonly CustodyLock _lock;
    private readonly List<CustodyRecord> _records = [];
    private FileStream? _stream;
    private bool _failed;

    private CustodyLog(string folder, string tool, TimeProvider clock, RandomNumberGenerator chance, CustodyDisk disk, CustodyLock held) =>
        (_folder, _tool, _clock, _chance, _disk, _lock) = (folder, tool, clock, chance, disk, held);

    /// <summary>The records, in order.</summary>
    public IReadOnlyList<CustodyRecord> Records => _records;

    /// <summary>How long opening waits for another process by default: 10 seconds.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Opens the log of a case for writing; a case without one begins one with the first record.</summary>
    /// <param name="folder">The case, as the user named it.</param>
    /// <param name="tool">Program and version, as it stands in every record.</param>
    /// <param name="clock">Dates the records.</param>
    /// <param name="chance">Makes the salts of stored details.</param>
    /// <param name="patience">How long to wait for another process; <see cref="Patience"/> when null.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static CustodyOpening Open(string folder, string tool, TimeProvider clock, RandomNumberGenerator chance, TimeSpan? patience = null) => Open(folder, tool, clock, chance, patience, CustodyDisk.Real);

    internal static CustodyOpening Open(string folder, string tool, TimeProvider clock, RandomNumberGenerator chance, TimeSpan? patience, CustodyDisk disk)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(tool);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(chance);
        var faults = new FaultList(folder, NextCommand.Custody("verify", folder));
        if (!Directory.Exists(folder))
        {
            FolderFaults.NoFolder(faults, folder);
            return new CustodyOpening(null, faults.InOrder());
        }

        if (CustodyLock.Take(folder, patience ?? Patience, out var holder) is not { } held)
        {
            faults.Add(Rules.LogHeld, CustodyChain.File, "to be the only one who writes", $"in use by {holder}", "wait until it is done, then run the command again");
            return new CustodyOpening(null, faults.InOrder());
        }

        var log = new CustodyLog(Path.GetFullPath(folder), tool, clock, chance, disk, held);
        try
        {
            if (log.Load(faults, folder))
                return new CustodyOpening(log, faults.InOrder());
        }
        catch
        {
            log.Dispose();
            throw;
        }

        log.Dispose();
        return new CustodyOpening(null, faults.InOrder());
    }

    /// <summary>Puts an act on record.</summary>
    /// <returns>The record, which is on the disk.</returns>
    /// <exception cref="IOException">The disk is full or failed; the log is as it was.</exception>
    public CustodyRecord Append(CustodyEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Who, nameof(entry));
        foreach (var item in entry.Inputs.Concat(entry.Outputs))
            if (!CustodyLine.IsHash(item.Sha256) || (item.Detail is not null && !CustodyLine.IsHash(item.Detail)))
                throw new ArgumentException($"{item.Name}: the hash is no SHA-256 in lower-case hexadecimal", nameof(entry));
        ObjectDisposedException.ThrowIf(_stream is null, this);
        if (_failed)
            throw new IOException("an earlier write to the custody log failed and could not be taken back; open the case again");
        var now = _clock.GetUtcNow();
        var record = new CustodyRecord
        {
            Sequence = _records.Count + 1,
            At = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero),
            Who = entry.Who,
            Act = entry.Act,
            Tool = _tool,
            Inputs = entry.Inputs,
            Outputs = entry.Outputs,
            Note = entry.Note,
            Previous = _records.Count == 0 ? CustodyLine.NoHash : _records[^1].Hash,
        };
        var (line, hash) = CustodyLine.Write(record);
        record = record with { Hash = hash };
        WriteLine([.. line, (byte)'\n']);
        _records.Add(record);
        WriteHead();
        return record;
    }

    /// <summary>Lets others write.</summary>
    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
        _lock.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_folder, name.Replace('/', Path.DirectorySeparatorChar));

    private bool Load(FaultList faults, string caseName)
    {
        var path = PathOf(CustodyChain.File);
        var isNew = !File.Exists(path);
        var bytes = isNew ? [] : File.ReadAllBytes(path);
        var chain = CustodyChain.Read(bytes, faults, caseName);
        if (chain.IsBroken)
            return false;
        _records.AddRange(chain.Records);
        var tail = bytes.AsSpan(chain.TailStart);
        var whole = CustodyLine.WholeRecordAtStartOf(tail);
        var last = whole > 0 && whole == tail.Length ? CustodyChain.Read([.. bytes, (byte)'\n'], new FaultList(caseName), caseName) : null;
        if (whole > 0 && (last is null || last.IsBroken))
        {
            faults.Add(Rules.LogLine, CustodyChain.File, "a line feed after the last record", "something else", "look at the end of the file, or put back the log from a copy");
            return false;
        }

        if (last is not null)
            _records.Add(last.Records[^1]);
        var head = PathOf(CustodyChain.HeadFile);
        var before = faults.Count;
        if (File.Exists(head))
            (last ?? chain).CheckHead(File.ReadAllBytes(head), faults, caseName);
        if (faults.Count > before)
            return false;
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0);
        if (isNew)
            _disk.FlushFolder(_folder);
        Mend(tail, last is not null, chain.TailStart, faults);
        if (_records.Count > 0 && (!File.Exists(head) || !File.ReadAllBytes(head).AsSpan().SequenceEqual(CustodyChain.Head(_records[^1]))))
            WriteHead();
        return true;
    }

    // a line that was not acknowledged: finished where only its end is missing, else moved aside
    private void Mend(ReadOnlySpan<byte> tail, bool whole, int tailStart, FaultList faults)
    {
        if (whole)
        {
            WriteLine("\n"u8);
            faults.Add(Rules.LogUnfinished, CustodyChain.File, "a line feed after the last record", "none: its writing was interrupted", "nothing: the record is whole and was kept");
        }
        else if (!tail.IsEmpty)
        {
            var aside = Torn + Convert.ToHexStringLower(SHA256.HashData(tail))[..8] + ".bin";
            _disk.WriteWhole(PathOf(aside), tail);
            _disk.Cut(_stream!, tailStart);
            _disk.Flush(_stream!);
            faults.Add(Rules.LogUnfinished, CustodyChain.File, "whole lines", "an unfinished one at the end: its writing was interrupted before it was acknowledged", $"nothing: it was moved to {aside}");
        }
    }

    private void WriteLine(ReadOnlySpan<byte> bytes)
    {
        var length = _stream!.Length;
        try
        {
            _stream.Position = length;
            _disk.Write(_stream, bytes);
            _disk.Flush(_stream);
        }
        catch (IOException)
        {
            TakeBack(length);
            throw;
        }
    }

    private void TakeBack(long length)
    {
        try
        {
            _disk.Cut(_stream!, length);
            _disk.Flush(_stream!);
        }
        catch (IOException)
        {
            _failed = true; // the next opening moves it aside
        }
    }

    // the record stands without it; a head that lags by one is brought in step by the next opening
    private void WriteHead()
    {
        try
        {
            _disk.WriteWhole(PathOf(CustodyChain.HeadFile), CustodyChain.Head(_records[^1]));
        }
        catch (IOException)
        {
            _failed = true;
        }
    }
}
