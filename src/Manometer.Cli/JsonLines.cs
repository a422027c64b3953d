using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>JSON Lines in and out: a bad line is told, with its number, and the next is read.</summary>
internal static class JsonLines
{
    /// <summary>Reads documents, one a line, and writes what is made of each; standard input and output where no file is named.</summary>
    /// <returns>Exit code: 1 when a line was bad.</returns>
    public static int Each(string? input, string? output, Action<JsonElement, Utf8JsonWriter, Action> make)
    {
        (input, output) = (input == "-" ? null : input, output == "-" ? null : output);
        if (!IsThere(input))
            return ExitCode.Usage;
        if (output is not null && Path.GetDirectoryName(Path.GetFullPath(output)) is { } parent && !Directory.Exists(parent))
        {
            Console.Error.WriteLine($"manometer: there is no folder {parent} to write {Path.GetFileName(output)} into.");
            return ExitCode.Usage;
        }

        if (input is null && !Console.IsInputRedirected)
            Console.Error.WriteLine("manometer: reading lines of JSON from the keyboard, one document a line; Ctrl+D ends them. To read a file: --in FILE.");
        var bad = 0;
        if (output is null)
        {
            using var standard = Console.OpenStandardOutput();
            bad = Run(input, standard, make);
        }
        else
        {
            AtomicFile.Write(output, temporary =>
            {
                using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write);
                bad = Run(input, file, make);
            });
            Console.Error.WriteLine($"Wrote {output}.");
        }

        return Told(bad);
    }

    /// <summary>Reads documents, one a line; standard input where no file is named.</summary>
    /// <returns>Exit code: 1 when a line was bad.</returns>
    public static int Read(string? input, Action<JsonElement> take) => IsThere(input) ? Told(Run(input, Stream.Null, (line, _, _) => take(line))) : ExitCode.Usage;

    /// <summary>A text of a line; null when it is absent or null.</summary>
    /// <exception cref="FormatException">It is no text, or holds half a surrogate pair.</exception>
    public static string? Text(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"\"{name}\" is no text");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"\"{name}\" holds what is no character: half a surrogate pair, or bytes that are not UTF-8", fault);
        }
    }

    /// <summary>A day of a line, of which a time may follow; null when it is absent.</summary>
    /// <exception cref="FormatException">It is no date.</exception>
    public static DateOnly? Day(JsonElement line, string name)
    {
        if (Text(line, name) is not { Length: > 0 } text)
            return null;
        if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return day;
        throw new FormatException($"\"{name}\" is no date: {(text.Length > 40 ? text[..40] + " ..." : text)}; write it as 2017-02-28");
    }

    private static bool IsThere(string? input)
    {
        if (input is null or "-" || File.Exists(input))
            return true;
        Console.Error.WriteLine($"manometer: there is no file {input} to read.");
        return false;
    }

    private static int Told(int bad)
    {
        if (bad > 0)
            Console.Error.WriteLine($"{Faults.Plural(bad, "line")} left out.");
        return bad > 0 ? ExitCode.Faulty : ExitCode.Done;
    }

    private static int Run(string? input, Stream to, Action<JsonElement, Utf8JsonWriter, Action> make)
    {
        var (bad, number) = (0, 0);
        var name = input is null or "-" ? "standard input" : input;
        using var from = input is null or "-" ? Console.OpenStandardInput() : new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using var buffer = new BufferedStream(to, 1 << 16);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var line in Lines(from))
        {
            number++;
            Interrupt.Token.ThrowIfCancellationRequested();
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
                continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    throw new FormatException("not a JSON object");
                make(document.RootElement, json, () =>
                {
                    json.Flush();
                    json.Reset();
                    buffer.WriteByte((byte)'\n');
                });
            }
            catch (Exception fault) when (fault is JsonException or FormatException)
            {
                bad++;
                if (bad <= 20)
                    Console.Error.WriteLine($"{name}:{number}: error: {(fault is JsonException ? "not JSON: " + fault.Message.Split(". ")[0] : fault.Message)}");
            }
        }

        return bad;
    }

    // lines as bytes: text is decoded once, by the JSON reader; a line is valid until the next is asked for
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream from)
    {
        var buffer = new byte[1 << 18];
        int start = 0, end = 0, searched = 0;
        var first = true;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                at += searched;
                yield return Whole(start, at);
                start = searched = at + 1;
                continue;
            }

            searched = end;
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (searched, end, start) = (searched - start, end - start, 0);
            }

            if (end == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
            var read = from.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (end > start)
                    yield return Whole(start, end);
                yield break;
            }

            end += read;
        }

        ReadOnlyMemory<byte> Whole(int from, int to)
        {
            if (first && buffer.AsSpan(from, to - from).StartsWith("\ufeff"u8))
                from += 3;
            first = false;
            return buffer.AsMemory(from, to - from);
        }
    }
}
