using System.Globalization;
using System.Text;
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
        if (input is not null && input != "-" && !File.Exists(input))
        {
            Console.Error.WriteLine($"manometer: there is no file {input} to read.");
            return ExitCode.Usage;
        }

        if (output is not null && Path.GetDirectoryName(Path.GetFullPath(output)) is { } parent && !Directory.Exists(parent))
        {
            Console.Error.WriteLine($"manometer: there is no folder {parent} to write {Path.GetFileName(output)} into.");
            return ExitCode.Usage;
        }

        var bad = 0;
        using var reader = input is null or "-" ? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)) : new StreamReader(input, new UTF8Encoding(false));
        if (output is null)
        {
            using var standard = Console.OpenStandardOutput();
            bad = Run(reader, input is null or "-" ? "standard input" : input, standard, make);
        }
        else
        {
            AtomicFile.Write(output, temporary =>
            {
                using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write);
                bad = Run(reader, input is null or "-" ? "standard input" : input, file, make);
            });
        }

        if (bad > 0)
            Console.Error.WriteLine($"{Faults.Plural(bad, "line")} left out.");
        return bad > 0 ? ExitCode.Faulty : ExitCode.Done;
    }

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
        catch (InvalidOperationException)
        {
            throw new FormatException($"\"{name}\" holds half a surrogate pair, which is no character");
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

    private static int Run(StreamReader reader, string name, Stream to, Action<JsonElement, Utf8JsonWriter, Action> make)
    {
        var (bad, number) = (0, 0);
        using var buffer = new BufferedStream(to, 1 << 16);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        while (reader.ReadLine() is { } line)
        {
            number++;
            Interrupt.Token.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line))
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
                    Console.Error.WriteLine($"{name}:{number}: error: {(fault is JsonException ? "not JSON: " + fault.Message.Split(". Path")[0] : fault.Message)}");
            }
        }

        return bad;
    }
}
