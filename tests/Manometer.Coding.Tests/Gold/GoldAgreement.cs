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

    /// <param name="gold">The set.</param>
    /// <param name="one">File of one coding.</param>
    /// <param name="other">File of the other.</param>
    public GoldAgreement(GoldSet gold, string one, string other)
    {
        var first = gold.Rows(one);
        var second = gold.Rows(other);
        foreach (var sentence in gold.Sentences)
        {
            GoldRow[] a = [.. first[sentence.Id]], b = [.. second[sentence.Id]];
            _sentences.Add((a.Length, b.Length, [.. GoldPairs.Of(a.Length, b.Length, (i, j) => a[i].Overlap(b[j].Start, b[j].End)).Select(pair => (a[pair.First], b[pair.Second]))]));
        }
    }

    public string Table()
    {
        var text = new StringBuilder("| question | units | same | measure | value | 95 % interval |\n| --- | ---: | ---: | --- | ---: | ---: |\n");
        Alpha("does the sentence hold an observation?", one => [Codes(one.First > 0, one.Second > 0)], ReliabilityLevel.Nominal);
        Alpha("how many?", one => [[one.First, one.Second]], ReliabilityLevel.Interval);
        F1("same observation: spans share text", _ => true);
        F1("same observation: half the text or more", pair => pair.First.Overlap(pair.Second.Start, pair.Second.End) >= 0.5);
        F1("same observation: same span", pair => pair.First.Start == pair.Second.Start && pair.First.End == pair.Second.End);
        foreach (var (name, value) in Fields)
        {
            var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
            Alpha(name, one => [.. one.Pairs.Select(pair => new[] { Number(value(pair.First)), Number(value(pair.Second)) })], ReliabilityLevel.Nominal);

            double Number(string word)
            {
                numbers.TryAdd(word, numbers.Count);
                return numbers[word];
            }
        }

        Alpha("direction: down, none, up in order", one => [.. one.Pairs.Select(pair => new[] { Step(pair.First), Step(pair.Second) })], ReliabilityLevel.Ordinal);
        return text.ToString();

        void Alpha(string question, Func<(int First, int Second, List<(GoldRow First, GoldRow Second)> Pairs), double[][]> ratings, ReliabilityLevel level)
        {
            double[][][] units = [.. _sentences.Select(ratings)];
            double[][] all = [.. units.SelectMany(unit => unit)];
            var word = level switch { ReliabilityLevel.Nominal => "nominal", ReliabilityLevel.Ordinal => "ordinal", _ => "interval" };
            Line(question, all.Length, all.Average(unit => unit[0] == unit[1] ? 1.0 : 0.0), $"alpha, {word}", draw => KrippendorffAlpha.Of([.. draw.SelectMany(i => units[i])], level));
        }

        void F1(string question, Func<(GoldRow First, GoldRow Second), bool> same)
        {
            (int Same, int Rows)[] counts = [.. _sentences.Select(one => (one.Pairs.Count(same), one.First + one.Second))];
            Line(question, counts.Sum(one => one.Rows), null, "F1", draw => 2.0 * draw.Sum(i => counts[i].Same) / draw.Sum(i => counts[i].Rows));
        }

        // percentiles over sentences drawn with replacement; the same draws for every line
        void Line(string question, int units, double? same, string measure, Func<int[], double?> value)
        {
            var random = new Xoshiro256(Seed);
            int[] everything = [.. Enumerable.Range(0, _sentences.Count)];
            var values = new List<double>();
            for (var i = 0; i < Draws; i++)
                if (value([.. everything.Select(_ => random.NextInt(everything.Length))]) is { } drawn)
                    values.Add(drawn);
            values.Sort();
            text.Append(CultureInfo.InvariantCulture, $"| {question} | {units} | {same:0.0 %} | {measure} | {value(everything):0.000} | {values[(int)(0.025 * values.Count)]:0.000} to {values[(int)(0.975 * values.Count)]:0.000} |\n");
        }
    }

    private static double[] Codes(bool first, bool second) => [first ? 1 : 0, second ? 1 : 0];

    private static double Step(GoldRow row) => row.Direction switch { "down" => -1, "up" => 1, _ => 0 };
}
