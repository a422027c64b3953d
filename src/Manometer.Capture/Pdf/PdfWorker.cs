using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Manometer.Capture;

/// <summary>Reads PDF files in a process beside this one, which can be ended and has a limit of memory of its own: whatever a file does, it does to that process.</summary>
/// <remarks>
/// The process is begun with the first file and reads the next ones too; one that was ended is begun anew. It is given each file as its length in four bytes, the lowest first, and the bytes, and answers in lines of JSON.
/// It ends when its input does, and by itself when a page takes it more than a minute, so that none stays behind.
/// </remarks>
public sealed class PdfWorker : IPdfSource, IDisposable
{
    /// <summary>Memory of its heap: 2 GB.</summary>
    public const long Memory = 2L << 30;

    private const string MemoryVariable = "DOTNET_GCHeapHardLimit";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly string _program;
    private readonly string[] _arguments;
    private Process? _process;
    private BlockingCollection<PdfPiece>? _pieces;
    private volatile bool _isOver; // it says no more

    /// <summary>A worker.</summary>
    /// <param name="program">A program that calls <see cref="Serve"/> when it is given these arguments.</param>
    /// <param name="arguments">The arguments.</param>
    public PdfWorker(string program, params string[] arguments) => (_program, _arguments) = (program, arguments);

    /// <summary>The worker all PDF files are read by; null, the default, reads them on threads of this process.</summary>
    public static PdfWorker? Current { get; set; }

    /// <summary>Is the work of the process beside: reads files until the input ends.</summary>
    /// <param name="input">Its standard input.</param>
    /// <param name="output">Its standard output.</param>
    public static void Serve(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var watch = new Timer(_ => Environment.Exit(1));
        Span<byte> length = stackalloc byte[4];
        while (input.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) == length.Length)
        {
            var content = new byte[Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(length), 0, CaptureReader.LargestDocument)];
            input.ReadExactly(content);
            watch.Change(Longest, Timeout.InfiniteTimeSpan);
            PdfPages.Read(content, piece =>
            {
                watch.Change(Longest, Timeout.InfiniteTimeSpan);
                Write(output, piece);
            });
            watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    void IPdfSource.Begin(byte[] content, BlockingCollection<PdfPiece> pieces)
    {
        _pieces = pieces;
        try
        {
            if (_process is null || _isOver)
                Start();
            var input = _process!.StandardInput.BaseStream;
            var length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
            input.Write(length);
            input.Write(content);
            input.Flush();
        }
        catch (Exception fault) when (fault is IOException or System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            ((IPdfSource)this).Abandon();
            pieces.Add(new PdfPiece(PdfPieceKind.Broken));
        }
    }

    void IPdfSource.Abandon()
    {
        if (_process is { } process)
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // it has ended
            }

        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Dispose();
        _process = null;
    }

    private void Start()
    {
        Dispose();
        var start = new ProcessStartInfo(_program, _arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment[MemoryVariable] = Memory.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _isOver = false;
        var process = _process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { }; // what a runtime says when it breaks
        process.BeginErrorReadLine();
        var lines = process.StandardOutput;
        new Thread(() =>
        {
            try
            {
                while (lines.ReadLine() is { } line)
                    Deliver(process, Parse(line));
            }
            catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException or JsonException)
            {
                // it was ended
            }

            if (ReferenceEquals(process, _process))
                _isOver = true;
            Deliver(process, new PdfPiece(PdfPieceKind.Broken));
        }) { IsBackground = true, Name = "PDF" }.Start();
    }

    // what an ended process still says is not for the next file
    private void Deliver(Process process, PdfPiece piece)
    {
        if (ReferenceEquals(process, _process))
            _pieces?.Add(piece);
    }

    private static void Write(Stream output, PdfPiece piece)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteNumber("kind", (int)piece.Kind);
        json.WriteNumber("page", piece.Page);
        json.WriteString("text", piece.Text);
        json.WriteString("title", piece.Title);
        json.WriteString("created", piece.Created);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static PdfPiece Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var piece = json.RootElement;
        return new PdfPiece((PdfPieceKind)piece.GetProperty("kind").GetInt32(), piece.GetProperty("page").GetInt32(), piece.GetProperty("text").GetString(), piece.GetProperty("title").GetString(), piece.GetProperty("created").GetString());
    }
}
