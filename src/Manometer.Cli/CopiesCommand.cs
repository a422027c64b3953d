using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>copies</c>: texts in, pairs that share passages out.</summary>
internal static class CopiesCommand
{
    public static Command Build()
    {
        var input = new Option<string?>("--in") { Description = "File of JSON Lines, one {\"id\", \"outlet\", \"published\", \"text\"} a line; standard input by default", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "File to write; standard output by default", HelpName = "FILE" };
        var command = new Command("copies", "Find texts that were copied from each other or share passages of one origin") { input, output };
        command.SetAction(parsed => Run(parsed.GetValue(input), parsed.GetValue(output)));
        Examples.Teach(command, "Example:", "./manometer copies --in reports.jsonl --out pairs.jsonl", "Of a case with captures: ./manometer corroborate my-case");
        return command;
    }

    private static int Run(string? input, string? output)
    {
        var ids = new List<string>();
        var texts = new List<TextDocument>();
        Terminal.Progress("reading texts");
        var code = JsonLines.Read(input, line =>
        {
            texts.Add(new TextDocument(JsonLines.Text(line, "text") ?? throw new FormatException("there is no \"text\""), JsonLines.Text(line, "outlet"), JsonLines.Text(line, "published") is { } day && Edtf.TryParse(day, out var published) ? published.LastDay?.DayNumber : null));
            ids.Add(JsonLines.Text(line, "id") ?? string.Create(CultureInfo.InvariantCulture, $"line {ids.Count + 1}"));
        });
        if (code == ExitCode.Usage)
            return code;
        var pairs = CopyFinder.Find(texts, Environment.ProcessorCount, new Share(), Interrupt.Token);
        Terminal.Progress(null);
        if (output is null)
        {
            using var stdout = Console.OpenStandardOutput();
            Write(stdout, pairs, ids);
        }
        else
        {
            AtomicFile.Write(output, temporary =>
            {
                using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write);
                Write(file, pairs, ids);
            });
        }

        Console.Error.WriteLine($"{Faults.Plural(texts.Count, "text")}, {Faults.Plural(pairs.Count, "pair")}: {pairs.Count(pair => pair.Kind == CopyKind.Copy)} copies, {pairs.Count(pair => pair.Kind == CopyKind.SharedOrigin)} that share passages.");
        return code;
    }

    private static void Write(Stream to, IReadOnlyList<CopyPair> pairs, List<string> ids)
    {
        using var buffered = new BufferedStream(to, 1 << 16);
        foreach (var pair in pairs)
        {
            using (var json = new Utf8JsonWriter(buffered))
            {
                json.WriteStartObject();
                json.WriteString("first", ids[pair.First]);
                json.WriteString("second", ids[pair.Second]);
                json.WriteString("kind", Word.Of(pair.Kind));
                json.WriteNumber("jaccard", Math.Round(pair.Jaccard, 4));
                json.WriteNumber("containment", Math.Round(pair.Containment, 4));
                json.WriteNumber("sharedRun", pair.SharedRun);
                json.WriteBoolean("directed", pair.Directed);
                json.WriteEndObject();
            }

            buffered.WriteByte((byte)'\n');
        }
    }

    private sealed class Share : IProgress<double>
    {
        public void Report(double value) => Terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"comparing texts, {value:P0}"));
    }
}
