using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>truth FILE</c>: what is the case, from labels that sources gave, and how far each source is right.</summary>
internal static class TruthCommand
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "CSV file with a header: one label a row" };
        var item = new Option<string>("--item") { Description = "Column of what is labelled", DefaultValueFactory = _ => "item", HelpName = "COL" };
        var source = new Option<string>("--source") { Description = "Column of who labels it", DefaultValueFactory = _ => "source", HelpName = "COL" };
        var label = new Option<string>("--label") { Description = "Column of the label", DefaultValueFactory = _ => "label", HelpName = "COL" };
        var known = new Option<string?>("--known") { Description = "CSV file of items whose truth is known (columns as --item and --label): from 30 on they set how far sources err together", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document: items with probabilities, sources with their rates" };
        var command = new Command("truth", "What is the case, from what several sources say, with probabilities that can be believed; and how far each source is right") { file, item, source, label, known, json };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(item)!, parsed.GetValue(source)!, parsed.GetValue(label)!, parsed.GetValue(known), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:", "./manometer truth labels.csv --item question --source worker --label answer", "./manometer truth labels.csv --known checked.csv --json | jq '.sources'", "Sources that copy each other count too much: give them one name, or leave the copies out (./manometer copies).");
        return command;
    }

    private static int Run(string file, string item, string source, string label, string? known, bool json)
    {
        if (Columns(file, item, source, label) is not { } rows)
            return ExitCode.Faulty;
        var (items, sources, classes) = (new Numbers(), new Numbers(), new Numbers());
        foreach (var row in rows.OrderBy(row => row[2], StringComparer.Ordinal))
            classes.Of(row[2]);
        if (classes.Count < 2)
        {
            Console.Error.WriteLine($"manometer: all labels of {file} are the same ({classes.Names.FirstOrDefault() ?? "there are none"}): there is nothing to tell apart.");
            return ExitCode.Faulty;
        }

        var labels = LabelSet.Of([.. rows.Select(row => new Label(items.Of(row[0]), sources.Of(row[1]), classes.Of(row[2])))], classes.Count);
        Dictionary<int, int>? truths = null;
        if (known is not null)
        {
            if (Columns(known, item, label) is not { } checkedRows)
                return ExitCode.Faulty;
            truths = [];
            foreach (var row in checkedRows)
                if (items.Known(row[0]) is { } number && classes.Known(row[1]) is { } @class)
                    truths[number] = @class;
        }

        Terminal.Progress("learning how sources err");
        var fit = CalibratedTruth.Fit(labels, new CalibratedTruthOptions { Known = truths }, Interrupt.Token);
        Terminal.Progress(null);
        if (json)
            WriteJson(fit, items, sources, classes, truths?.Count ?? 0);
        else
            Print(fit, items, sources, classes, truths?.Count ?? 0);
        return ExitCode.Done;
    }

    private static List<string[]>? Columns(string file, params string[] names)
    {
        var table = PlainTable.Open(file, $"./manometer truth {file}");
        var at = table.Names.Count == 0 ? [] : names.Select(table.Find).ToArray();
        Faults.Print(table.Diagnostics, Console.Error, Terminal.ErrorColour);
        if (table.HasErrors || at.Length == 0)
            return null;
        var columns = at.Select(table.Texts).ToArray();
        return [.. Enumerable.Range(0, table.Rows).Select(row => columns.Select(column => column[row]).ToArray()).Where(row => Array.TrueForAll(row, cell => cell.Length > 0))];
    }

    private static void Print(CalibratedTruth fit, Numbers items, Numbers sources, Numbers classes, int known)
    {
        Console.Out.WriteLine(string.Create(C, $"{fit.Model.Labels.Count} labels of {items.Count} items by {sources.Count} sources: {string.Join(", ", classes.Names.Select((name, c) => string.Create(C, $"{name} {fit.Model.ClassShares[c]:P0}")))}"));
        Console.Out.WriteLine(string.Create(C, $"Errors on one item go together with correlation {fit.Correlation:0.##}; all sources of an item are astray with probability {fit.Astray:0.##}{(fit.ChosenByTruths ? $": by {known} known truths." : known > 0 ? $": by default, {known} known truths are too few." : ": by default; labels alone cannot tell.")}"));
        Console.Out.WriteLine();
        Console.Out.WriteLine("source, labels that others can judge, of these expected to be right");
        foreach (var source in Enumerable.Range(0, sources.Count).OrderByDescending(source => fit.Record(source).Judged).ThenBy(source => sources.Names[source], StringComparer.Ordinal).Take(30))
            if (fit.Record(source) is var record)
                Console.Out.WriteLine(string.Create(C, $"  {sources.Names[source]}  {record.Judged:0.#}  {(record.Judged > 0 ? (record.Right / record.Judged).ToString("P0", C) : "-")}"));
        Console.Out.WriteLine();
        Console.Out.WriteLine("items that are least sure");
        foreach (var item in Enumerable.Range(0, items.Count).OrderBy(item => fit.Probability(item, fit.Likeliest(item))).ThenBy(item => item).Take(20))
            Console.Out.WriteLine(string.Create(C, $"  {items.Names[item]}  {classes.Names[fit.Likeliest(item)]} {fit.Probability(item, fit.Likeliest(item)):P0}"));
        Console.Out.WriteLine("All of them: --json");
    }

    private static void WriteJson(CalibratedTruth fit, Numbers items, Numbers sources, Numbers classes, int known)
    {
        using var stdout = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stdout, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("correlation", fit.Correlation);
            json.WriteNumber("astray", fit.Astray);
            json.WriteNumber("known", known);
            json.WriteBoolean("chosenByTruths", fit.ChosenByTruths);
            json.WriteNumber("logLikelihood", fit.Model.LogLikelihood);
            json.WriteStartObject("classes");
            foreach (var (c, name) in classes.Names.Index())
                json.WriteNumber(name, fit.Model.ClassShares[c]);
            json.WriteEndObject();
            json.WriteStartArray("sources");
            foreach (var (source, name) in sources.Names.Index())
            {
                var record = fit.Record(source);
                json.WriteStartObject();
                json.WriteString("source", name);
                json.WriteNumber("judged", record.Judged);
                json.WriteNumber("right", record.Right);
                json.WriteStartObject("says");
                foreach (var (truth, of) in classes.Names.Index())
                {
                    json.WriteStartObject(of);
                    foreach (var (said, word) in classes.Names.Index())
                        json.WriteNumber(word, fit.Model.Says(source, truth, said));
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var (item, name) in items.Names.Index())
            {
                json.WriteStartObject();
                json.WriteString("item", name);
                json.WriteString("likeliest", classes.Names[fit.Likeliest(item)]);
                json.WriteStartObject("probabilities");
                foreach (var (c, word) in classes.Names.Index())
                    json.WriteNumber(word, fit.Probability(item, c));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stdout.WriteByte((byte)'\n');
    }

    private sealed class Numbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        public int Count => Names.Count;

        public int Of(string name)
        {
            if (_numbers.TryGetValue(name, out var number))
                return number;
            _numbers.Add(name, Count);
            Names.Add(name);
            return Count - 1;
        }

        public int? Known(string name) => _numbers.TryGetValue(name, out var number) ? number : null;
    }
}
