using System.Globalization;
using System.Text.Json;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>What the intervals of break dates are worth: coverage with known truth, and agreement with human annotators.</summary>
internal static class BreakStudy
{
    private const int Sets = 4_000;
    private const int Rows = 100;

    /// <param name="shared">Folder of the reference data; null leaves the annotated series out.</param>
    public static int Print(string? shared)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Coverage of nominal 95 % intervals, one change of mean at a random row of the middle 60 % of {Rows}, {Sets:#,0} sets a row, date of the best single break."));
        Console.WriteLine();
        Console.WriteLine("| step, in sd of the noise before | noise | interval of Bai | its mean width | posterior set | its mean size | date exact |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (step, name, noise, later) in new (double, string, Func<Xoshiro256, double>, double)[]
        {
            (0.5, "normal", random => random.NextNormal(), 1), (1, "normal", random => random.NextNormal(), 1), (1.5, "normal", random => random.NextNormal(), 1), (2, "normal", random => random.NextNormal(), 1),
            (3, "normal", random => random.NextNormal(), 1), (1.5, "normal, twice as large after", random => random.NextNormal(), 2), (1.5, "t, 3 df, of sd 1", Student, 1),
        })
            Row(step, name, noise, later);
        if (shared is not null)
            Annotated(shared);
        return 0;
    }

    private static void Row(double step, string name, Func<Xoshiro256, double> noise, double later)
    {
        var random = new Xoshiro256(20261125);
        var (bai, width, exact, size, hit) = (0, 0.0, 0, 0.0, 0);
        for (var set = 0; set < Sets; set++)
        {
            var truth = Rows / 5 + random.NextInt(3 * Rows / 5 + 1);
            var y = new double[Rows];
            for (var i = 0; i < Rows; i++)
                y[i] = i < truth ? noise(random) : step + later * noise(random);
            var search = BreakDates.Of(y);
            var one = search.At(search.ByCount(1)[1].Breaks[0]).Breaks[0];
            var mass = search.Posterior(1)[0].HighestMass(0.95);
            bai += one.Lower <= truth && truth <= one.Upper ? 1 : 0;
            width += one.Upper - one.Lower + 1;
            exact += mass.Contains(truth) ? 1 : 0;
            size += mass.Count;
            hit += one.Index == truth ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {name} | {bai / (double)Sets:0.000} | {width / Sets:0.0} | {exact / (double)Sets:0.000} | {size / Sets:0.0} | {hit / (double)Sets:0.00} |"));
    }

    private static double Student(Xoshiro256 random)
    {
        var (z, a, b, c) = (random.NextNormal(), random.NextNormal(), random.NextNormal(), random.NextNormal());
        return z / Math.Sqrt(a * a + b * b + c * c); // t with 3 df over its sd, root 3
    }

    private static void Annotated(string shared)
    {
        var folder = Path.Combine(shared, "data", "impact", "tcpd");
        using var annotations = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "annotations.json")));
        Console.WriteLine();
        Console.WriteLine("Against human annotators (Turing Change Point Dataset), z-scored, L2, penalty 3 ln n: covering of the annotation, F1 within 5 rows, one pair an annotator.");
        Console.WriteLine();
        Console.WriteLine("| series | rows | breaks | covering | F1 |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var series in annotations.RootElement.EnumerateObject())
        {
            var path = Path.Combine(folder, series.Name + ".json");
            if (!File.Exists(path))
                continue;
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            double[] y = [.. json.RootElement.GetProperty("series")[0].GetProperty("raw").EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Number).Select(one => one.GetDouble())];
            var (mean, sd) = (y.Average(), 0.0);
            sd = Math.Sqrt(y.Sum(one => (one - mean) * (one - mean)) / y.Length);
            int[] found = [.. BreakDates.Of([.. y.Select(one => (one - mean) / sd)]).WithPenalty(3 * Math.Log(y.Length)).Find().Breaks.Select(one => one.Index)];
            var scores = series.Value.EnumerateObject().Select(annotator => annotator.Value.EnumerateArray().Select(one => one.GetInt32()).ToArray()).Select(truth => (Covering(truth, found, y.Length), F1(truth, found))).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {series.Name} | {y.Length} | {found.Length} | {string.Join(' ', scores.Select(one => one.Item1.ToString("0.00", CultureInfo.InvariantCulture)))} | {string.Join(' ', scores.Select(one => one.Item2.ToString("0.00", CultureInfo.InvariantCulture)))} |"));
        }
    }

    // weighted mean over true segments of the best overlap (Jaccard) with a found one
    private static double Covering(int[] truth, int[] found, int n)
    {
        var (a, b) = (Segments(truth, n), Segments(found, n));
        return a.Sum(one => (one.To - one.From) * b.Max(other => Math.Max(0, Math.Min(one.To, other.To) - Math.Max(one.From, other.From)) / (double)(Math.Max(one.To, other.To) - Math.Min(one.From, other.From)))) / n;
    }

    private static List<(int From, int To)> Segments(int[] breaks, int n)
    {
        int[] all = [0, .. breaks.Where(one => one > 0 && one < n).Order(), n];
        return [.. all.Skip(1).Select((to, i) => (all[i], to))];
    }

    // the start of the series counts as a point on both sides, as in the collection's own scoring
    private static double F1(int[] truth, int[] found)
    {
        int[] real = [0, .. truth];
        int[] mine = [0, .. found];
        var left = real.ToList();
        var matched = 0;
        foreach (var one in mine)
            if (left.FindIndex(other => Math.Abs(other - one) <= 5) is >= 0 and var at)
            {
                left.RemoveAt(at);
                matched++;
            }

        var (precision, recall) = (matched / (double)mine.Length, matched / (double)real.Length);
        return matched == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
