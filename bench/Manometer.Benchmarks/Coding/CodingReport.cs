using System.Diagnostics;
using System.Globalization;
using System.Text;
using Manometer.Coding;

namespace Manometer.Benchmarks.Coding;

/// <summary>Measures the reader of texts against its bars and prints the table of <c>bench/results/coding.md</c>.</summary>
internal static class CodingReport
{
    private const int Runs = 7;

    /// <param name="fuzz">Garbled sentences to read.</param>
    /// <param name="misses">File for all that was wrong; null for none. It quotes the reference data: do not keep it in the project.</param>
    public static int Print(int fuzz, string? misses)
    {
        if (!ReferenceData.Has("data", "coding", "dates", "tempeval3-aquaint", "aquaint.gold.jsonl"))
        {
            Console.Error.WriteLine($"The reference data is not at {ReferenceData.Root}: nothing measured.");
            return 1;
        }

        using var wrong = misses is null ? null : new StreamWriter(misses);
        var c = CultureInfo.InvariantCulture;
        var table = new StringBuilder("| what | bar | measured |\n| --- | ---: | ---: |\n");
        void Row(string what, string bar, FormattableString measured)
        {
            var line = string.Create(c, $"| {what} | {bar} | {measured.ToString(c)} |");
            table.Append(line).Append('\n');
            Console.Error.WriteLine(line);
        }

        var aquaint = DateAccuracy.Aquaint(wrong);
        Row($"AQUAINT, right month ({aquaint.Months})", ">= 91 %", $"{aquaint.RightMonth:0.0} %");
        Row("AQUAINT, F1 of spans: equal / overlapping / of values", "-", $"{aquaint.Strict:0.0} / {aquaint.Relaxed:0.0} / {aquaint.Value:0.0}");
        var specs = DateAccuracy.Recognizers(wrong);
        Row($"Recognizers date specs, day or coarser ({specs.All})", ">= 85 %", $"{100.0 * specs.Right / specs.All:0.0} %");
        Row("- of these with the very days of the spec", "-", $"{100.0 * specs.Exact / specs.All:0.0} %");
        var ranges = QuantityAccuracy.Specs(wrong);
        Row($"Recognizers percent and range specs ({ranges.All})", ">= 95 %", $"{100.0 * ranges.Right / ranges.All:0.0} %");
        var quantulum = QuantityAccuracy.Quantulum(wrong);
        Row($"quantulum3, value and unit ({quantulum.All})", ">= 70 %", $"{100.0 * quantulum.Right / quantulum.All:0.0} %");
        var plover = EventAccuracy.Plover(wrong);
        Row($"PLOVER, development half ({plover.All}): event type / quad class", "60 / 75 %", $"{100.0 * plover.Type / plover.All:0.0} / {100.0 * plover.Quad / plover.All:0.0} %");
        foreach (var half in (int[])[0, 1])
        {
            var (precision, recall) = EventAccuracy.Causes(half);
            Row($"Causal News Corpus, sentences {(half == 0 ? "0, 2, 4 ..." : "1, 3, 5 ...")}: precision at recall", ".88 at .30", $"{precision:.000} at {recall:.000}");
        }

        var seed = ReferenceData.Path("seed", "seed.txt");
        if (File.Exists(seed))
        {
            var headings = new DateReader().Read(File.ReadAllText(seed), new DateOnly(2019, 4, 30)).Count(mention => mention.Kind == DateMentionKind.Heading);
            Row("the source's chronology, heading months", "36 of 36", $"{headings} of 36");
        }

        var texts = Newswire();
        var dates = new DateReader();
        var ofDates = Speed(texts, (text, day) => dates.Read(text, day).Count);
        Row("dates alone, MB a CPU-second (median of 7)", ">= 15", $"{ofDates:0.0}");
        var coder = new Coder(BuiltInPlaces.Read());
        var ofCoder = Speed(texts, (text, day) => coder.Code(new ReportText("r", null, day, null, text)).Count);
        Row("whole coder, MB a CPU-second (median of 7)", ">= 5", $"{ofCoder:0.0}");
        foreach (var peer in Peers.Measure())
        {
            var (ours, what) = peer.Against == "dates" ? (ofDates, "dates alone") : (ofCoder, "whole coder");
            Row($"- {peer.Name}, {peer.Does}: MB a CPU-second; ours / theirs ({what})", "-", $"{peer.Speed:0.000}; {ours / peer.Speed:0.0}");
            if (peer.RightMonth is { } months)
                Row($"- {peer.Name}, AQUAINT, right month", "-", $"{100 * months:0.0} %");
        }

        var (faults, twice) = Fuzz.Run(fuzz);
        Row($"garbled sentences read ({fuzz:#,0}): faults", "0", $"{faults}");
        Row("time of 2 MB on one line to that of 1 MB, the worst of the hostile lines", "about 2", $"{twice:0.00}");
        Console.Out.Write(table);
        return faults == 0 ? 0 : 1;
    }

    private static List<(string Text, DateOnly Day)> Newswire() =>
    [
        .. File.ReadLines(ReferenceData.Path("data", "coding", "dates", "tempeval3-aquaint", "aquaint.tsv")).Select(line => line.Split('\t'))
            .Select(cells => (Encoding.UTF8.GetString(Convert.FromBase64String(cells[2])), DateOnly.Parse(cells[1], CultureInfo.InvariantCulture))),
    ];

    // one thread; the first runs, in which code is compiled, are left out
    private static double Speed(List<(string Text, DateOnly Day)> texts, Func<string, DateOnly, int> read)
    {
        var bytes = texts.Sum(one => (long)Encoding.UTF8.GetByteCount(one.Text));
        var speeds = new List<double>();
        for (var run = -8; run < Runs; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < 20; i++)
                foreach (var (text, day) in texts)
                    read(text, day);
            if (run >= 0)
                speeds.Add(20 * bytes / 1e6 / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        speeds.Sort();
        return speeds[Runs / 2];
    }
}
