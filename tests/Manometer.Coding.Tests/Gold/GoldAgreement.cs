using System.Globalization;
using System.Text;
using Manometer.Statistics;

namespace Manometer.Coding.Tests;

/// <summary>Agreement of two codings of the gold set, as the table of <c>docs/gold.md</c>.</summary>
internal sealed class GoldAgreement
{
    private const int Draws = 1000;
    private const ulong Seed = 20240501;

    private static readonly (string Name, Func<GoldRow, string> Value)[] Fields =
    [
        ("date", row => row.Date ?? ""),
        ("place", row => row.Place ?? ""),
        ("sector", row => row.Sector),
        ("group", row => row.Group ?? ""),
        ("indicator", row => row.Indicator),
        ("direction", row => row.Direction),
        ("magnitude", row => row.Magnitude?.ToString() ?? ""),
        ("attribution", row => row.Attribution),
        ("attribution with grade", row => $"{row.Attribution} {row.Grade}"),
        ("polarity", row => row.Polarity),
        ("sourcing", row => string.Join("; ", row.Sourcing)),
    ];

    private readonly List<(int First, int Second, List<(GoldRow First, GoldRow Second)> Pairs)> _sentences = [];

    public GoldAgreement(GoldSet gold)
    {
        var first = gold.Rows("coder-a.jsonl");
        var second = gold.Rows("coder-b.jsonl");
        foreach (var sentence in gold.Sentences)
        {
            GoldRow[] a = [.. first[sentence.Id]], b = [.. second[sentence.Id]];
            _sentences.Add((a.Length, b.Length, [.. GoldPairs.Of(a.Length, b.Length, (i, j) => a[i].Overlap(b[j].Start, b[j].End)).Select(pair => (a[pair.First], b[pair.Second]))]));
        }
    }

    public string Table()
    {
        var everything = Enumerable.Range(0, _sentences.Count).ToArray();
        var text = new StringBuilder("| question | units | same | measure | value | 95 % interval |\n| --- | ---: | ---: | --- | ---: | ---: |\n");

        Row("does the sentence hold an observation?", draw => draw.Select(i => Codes(_sentences[i].First > 0, _sentences[i].Second > 0)), ReliabilityLevel.Nominal, "alpha, nominal");
        Row("how many?", draw => draw.Select(i => new double[] { _sentences[i].First, _sentences[i].Second }), ReliabilityLevel.Interval, "alpha, interval");
        var rows = _sentences.Sum(one => one.First + one.Second);
        Line("same observation: spans share text", rows, null, "F1", draw => F1(draw, _ => true));
        Line("same observation: half the text or more", rows, null, "F1", draw => F1(draw, pair => pair.First.Overlap(pair.Second.Start, pair.Second.End) >= 0.5));
        Line("same observation: same span", rows, null, "F1", draw => F1(draw, pair => pair.First.Start == pair.Second.Start && pair.First.End == pair.Second.End));
        foreach (var (name, value) in Fields)
        {
            var numbers = _sentences.SelectMany(one => one.Pairs).SelectMany(pair => new[] { value(pair.First), value(pair.Second) }).Distinct(StringComparer.Ordinal).Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => (double)pair.i, StringComparer.Ordinal);
            Row(name, draw => Pairs(draw).Select(pair => new[] { numbers[value(pair.First)], numbers[value(pair.Second)] }), ReliabilityLevel.Nominal, "alpha, nominal");
        }

        Row("direction: down, none, up in order", draw => Pairs(draw).Select(pair => new[] { Step(pair.First), Step(pair.Second) }), ReliabilityLevel.Ordinal, "alpha, ordinal");
        return text.ToString();

        void Row(string question, Func<int[], IEnumerable<double[]>> units, ReliabilityLevel level, string measure)
        {
            var all = units(everything).ToList();
            Line(question, all.Count, all.Average(unit => unit[0] == unit[1] ? 1.0 : 0.0), measure, draw => KrippendorffAlpha.Of([.. units(draw)], level));
        }

        void Line(string question, int units, double? same, string measure, Func<int[], double?> value)
        {
            var random = new Xoshiro256(Seed);
            var values = new List<double>();
            for (var i = 0; i < Draws; i++)
                if (value([.. everything.Select(_ => random.NextInt(everything.Length))]) is { } drawn)
                    values.Add(drawn);
            values.Sort();
            text.Append(CultureInfo.InvariantCulture, $"| {question} | {units} | {same:0.0 %} | {measure} | {value(everything):0.000} | {values[(int)(0.025 * values.Count)]:0.000} to {values[(int)(0.975 * values.Count)]:0.000} |\n");
        }
    }

    private IEnumerable<(GoldRow First, GoldRow Second)> Pairs(int[] draw) => draw.SelectMany(i => _sentences[i].Pairs);

    private double? F1(int[] draw, Func<(GoldRow First, GoldRow Second), bool> same) =>
        2.0 * Pairs(draw).Count(same) / draw.Sum(i => _sentences[i].First + _sentences[i].Second);

    private static double[] Codes(bool first, bool second) => [first ? 1 : 0, second ? 1 : 0];

    private static double Step(GoldRow row) => row.Direction switch { "down" => -1, "up" => 1, _ => 0 };
}
