using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Manometer.Capture;

/// <summary>Reads WARC files, packed or not (ISO 28500:2017): the answers of servers, with what was asked and when.</summary>
internal static class WarcReader
{
    private const int LongestLine = 16 << 10;
    private const int MostLines = 200;

    /// <summary>Reads the responses and resources that are pages, PDF or text, and had no error.</summary>
    /// <param name="warc">The file, unpacked.</param>
    /// <param name="budget">What may be read.</param>
    /// <param name="most">Records taken.</param>
    /// <param name="wanted">Is an address wanted?</param>
    /// <param name="take">Is given each record.</param>
    /// <exception cref="InvalidDataException">It is no WARC file, or damaged; what stood before was taken.</exception>
    public static void Read(Stream warc, Budget budget, int most, Func<string, bool> wanted, Action<WarcRecord> take)
    {
        var input = new BufferedStream(warc, 1 << 16);
        for (var taken = 0; taken < most;)
        {
            var version = Line(input, budget);
            while (version is { Length: 0 })
                version = Line(input, budget);
            if (version is null)
                return;
            if (!version.StartsWith("WARC/", StringComparison.Ordinal))
                throw new InvalidDataException($"a record begins with '{version[..Math.Min(20, version.Length)]}' instead of WARC/1.1");
            var fields = Fields(input, budget);
            if (!long.TryParse(fields.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException("a record states no length");
            var type = fields.GetValueOrDefault("warc-type");
            var address = fields.GetValueOrDefault("warc-target-uri")?.Trim('<', '>') ?? "";
            if (type is not ("response" or "resource") || length > CaptureReader.LargestDocument || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !wanted(address))
            {
                if (!Skip(input, length, budget))
                    return;
                continue;
            }

            if (!budget.Take(length))
                return;
            var block = new byte[length];
            if (input.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) < block.Length)
                throw new InvalidDataException("the last record is cut off");
            DateOnly? day = PublicationDate.Read(fields.GetValueOrDefault("warc-date") ?? "") is { } date ? date.FirstDay : null;
            if (Document(type, address, day, fields.GetValueOrDefault("content-type"), block, budget) is { } record)
            {
                take(record);
                taken++;
            }
        }
    }

    private static WarcRecord? Document(string type, string address, DateOnly? day, string? mediaType, byte[] block, Budget budget)
    {
        if (type == "resource")
            return IsReport(mediaType) ? new WarcRecord(address, day, mediaType, block) : null;
        using var input = new MemoryStream(block, writable: false);
        var own = new Budget(block.Length); // it is paid for
        if (Line(input, own)?.Split(' ') is not [_, "200" or "203" or "226", ..])
            return null;
        var fields = Fields(input, own);
        var media = fields.GetValueOrDefault("content-type");
        if (!IsReport(media))
            return null;
        var body = block[(int)input.Position..];
        if (fields.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = Chunks(body);
        return Unpacked(body, fields.GetValueOrDefault("content-encoding"), budget) is { } content ? new WarcRecord(address, day, media, content) : null;
    }

    private static bool IsReport(string? mediaType) => mediaType?.Split(';')[0].Trim().ToLowerInvariant() is "text/html" or "application/xhtml+xml" or "application/pdf" or "text/plain" or "text/markdown";

    // many archives hold the body joined already, under the old header: what is not in chunks stays as it is
    private static byte[] Chunks(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        for (var at = 0; at < body.Length;)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            if (line <= 0 || !Utf8Parser.TryParse(body.AsSpan(at, line), out int size, out var digits, 'x') || digits == 0 || size < 0 || size > body.Length - at - line - 2)
                return at == 0 ? body : whole.ToArray();
            if (size == 0)
                break;
            whole.Write(body, at + line + 2, size);
            at += line + 2 + size + 2;
        }

        return whole.ToArray();
    }

    private static byte[]? Unpacked(byte[] body, string? encoding, Budget budget)
    {
        var name = encoding?.Trim().ToLowerInvariant();
        if (name is null or "" or "identity" || (name is "gzip" or "x-gzip" && body is not [0x1F, 0x8B, ..]))
            return body;
        using var packed = new MemoryStream(body, writable: false);
        using Stream? stream = name switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        try
        {
            return stream is null ? null : budget.ReadAll(stream, CaptureReader.LargestDocument);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            return body; // unpacked already
        }
    }

    private static Dictionary<string, string> Fields(Stream input, Budget budget)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var lines = 0; Line(input, budget) is { Length: > 0 } line; lines++)
        {
            if (lines > MostLines)
                throw new InvalidDataException("a record has more than 200 fields");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }

        return fields;
    }

    // a line without its end; null at the end of the stream
    private static string? Line(Stream input, Budget budget)
    {
        var line = new StringBuilder();
        for (var count = 0; ; count++)
        {
            var one = input.ReadByte();
            if (one < 0)
                return line.Length == 0 ? null : line.ToString();
            if (!budget.Take(1))
                return null;
            if (one == '\n')
                return line.ToString();
            if (count > LongestLine)
                throw new InvalidDataException("a line of a head is longer than 16 kB");
            if (one != '\r')
                line.Append((char)one);
        }
    }

    private static bool Skip(Stream input, long length, Budget budget)
    {
        if (!budget.Take(length))
            return false;
        var buffer = new byte[81_920];
        while (length > 0)
        {
            var read = input.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
                throw new InvalidDataException("the last record is cut off");
            length -= read;
        }

        return true;
    }
}
