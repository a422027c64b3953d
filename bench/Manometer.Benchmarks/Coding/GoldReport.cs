using System.Globalization;
using System.Text;
using System.Text.Json;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Benchmarks.Coding;

/// <summary>Scores the coder against a gold set, and fits <c>weights.csv</c> to its development half.</summary>
/// <remarks>
/// The gold set is JSON Lines: <c>{"id", "half": "development" | "held-out", "published", "text", "observations": [{"start", "end", "sector", "indicator", "direction", "polarity", "attribution", "place", "date", ...}]}</c>.
/// A proposal is right when a gold observation of its sector shares text with it; each gold observation is matched once, the most probable proposal first.
/// </remarks>
internal static class GoldReport
{
    private static readonly string[] Fields = ["indicator", "direction", "polarity", "attribution", "group"];

    private sealed record Gold(string Half, ReportText Report, List<(int Start, int End, string Sector, Dictionary<string, string> Fields)> Observations);

    public static int Score(string file, double threshold)
    {
        var coder = new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = threshold });
        Console.Out.WriteLine("| half | observations | proposals | precision | recall | F1 | field accuracy | calibration error |");
        Console.Out.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var half in Read(file).GroupBy(one => one.Half).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int gold = 0, proposals = 0, right = 0, fields = 0, rightFields = 0;
            var told = new List<(double Probability, bool Right)>();
            foreach (var one in half)
            {
                gold += one.Observations.Count;
                foreach (var (proposal, match) in Match(coder.Code(one.Report), one))
                {
                    proposals++;
                    told.Add((proposal.Probability, match >= 0));
                    if (match < 0)
                        continue;
                    right++;
                    foreach (var field in Fields)
                        if (one.Observations[match].Fields.TryGetValue(field, out var want))
                        {
                            fields++;
                            rightFields += want == Field(proposal, field) ? 1 : 0;
                        }
                }
            }

            double precision = (double)right / Math.Max(1, proposals), recall = (double)right / Math.Max(1, gold);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {half.Key} | {gold} | {proposals} | {precision:0.000} | {recall:0.000} | {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000} | {(double)rightFields / Math.Max(1, fields):0.000} | {CalibrationError(told):0.000} |"));
        }

        return 0;
    }

    /// <summary>Logistic regression of "is right" on the features of the proposals of the development half: Newton's method, ridge 1 (Hastie, Tibshirani, Friedman, 2009, section 4.4.1).</summary>
    public static int Fit(string file)
    {
        var coder = new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = 0 });
        var rows = new List<(IReadOnlyList<string> Features, bool Right)>();
        foreach (var one in Read(file).Where(one => one.Half.StartsWith("dev", StringComparison.OrdinalIgnoreCase)))
            foreach (var (proposal, match) in Match(coder.Code(one.Report), one))
                rows.Add((proposal.Features, match >= 0));
        if (rows.Count == 0)
        {
            Console.Error.WriteLine($"{file} has no development half on which anything is proposed.");
            return 1;
        }

        string[] names = ["bias", .. LexiconNames()];
        var weights = new double[names.Length];
        for (var round = 0; round < 50; round++)
        {
            var gradient = new double[names.Length];
            var hessian = new double[names.Length, names.Length];
            for (var i = 1; i < names.Length; i++)
                (gradient[i], hessian[i, i]) = (-weights[i], 1);
            hessian[0, 0] = 1e-6;
            foreach (var (features, isRight) in rows)
            {
                int[] active = [0, .. features.Distinct().Select(feature => Array.IndexOf(names, feature))];
                var p = 1 / (1 + Math.Exp(-active.Sum(i => weights[i])));
                foreach (var i in active)
                {
                    gradient[i] += (isRight ? 1 : 0) - p;
                    foreach (var j in active)
                        hessian[i, j] += p * (1 - p);
                }
            }

            var step = Solve(hessian, gradient);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-9)
                break;
        }

        Console.Out.Write("feature,weight\n" + string.Concat(names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name},{weights[i]:0.###}\n"))));
        Console.Error.WriteLine($"{rows.Count} proposals, {rows.Count(row => row.Right)} of them right. Put the table into src/Manometer.Coding/data/weights.csv.");
        return 0;
    }

    private static IEnumerable<string> LexiconNames()
    {
        using var reader = new StreamReader(typeof(Coder).Assembly.GetManifestResourceStream("weights.csv")!, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]).Where(name => name != "bias")];
    }

    private static IEnumerable<(Proposal Proposal, int Match)> Match(IReadOnlyList<Proposal> proposals, Gold gold)
    {
        var used = new bool[gold.Observations.Count];
        foreach (var proposal in proposals.OrderByDescending(one => one.Probability))
        {
            var match = -1;
            for (var i = 0; i < used.Length && match < 0; i++)
                if (!used[i] && gold.Observations[i].Sector == proposal.Sector && gold.Observations[i].Start < proposal.End && proposal.Start < gold.Observations[i].End)
                    match = i;
            if (match >= 0)
                used[match] = true;
            yield return (proposal, match);
        }
    }

    private static string Field(Proposal proposal, string name) => name switch
    {
        "indicator" => proposal.Indicator,
        "direction" => Word.Of(proposal.Direction),
        "polarity" => Word.Of(proposal.Polarity),
        "attribution" => Word.Of(proposal.Attribution),
        _ => proposal.Group ?? "",
    };

    // expected calibration error over ten bands of equal width (Naeini, Cooper, Hauskrecht, 2015)
    private static double CalibrationError(List<(double Probability, bool Right)> told) =>
        told.GroupBy(one => Math.Min(9, (int)(10 * one.Probability))).Sum(band => Math.Abs(band.Average(one => one.Probability) - band.Average(one => one.Right ? 1.0 : 0.0)) * band.Count()) / Math.Max(1, told.Count);

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        var m = (double[,])a.Clone();
        var x = (double[])b.Clone();
        for (var k = 0; k < n; k++)
            for (var i = k + 1; i < n; i++)
            {
                if (m[k, k] == 0)
                    continue;
                var factor = m[i, k] / m[k, k];
                for (var j = k; j < n; j++)
                    m[i, j] -= factor * m[k, j];
                x[i] -= factor * x[k];
            }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
                x[i] -= m[i, j] * x[j];
            x[i] = m[i, i] == 0 ? 0 : x[i] / m[i, i];
        }

        return x;
    }

    private static List<Gold> Read(string file)
    {
        var all = new List<Gold>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            var text = Text(root, "text");
            DateOnly? published = DateOnly.TryParse(Text(root, "published"), CultureInfo.InvariantCulture, out var day) ? day : null;
            var observations = new List<(int, int, string, Dictionary<string, string>)>();
            if (root.TryGetProperty("observations", out var list))
                foreach (var one in list.EnumerateArray())
                {
                    var fields = new Dictionary<string, string>();
                    foreach (var field in Fields)
                        if (Text(one, field) is { Length: > 0 } value)
                            fields[field] = value;
                    var start = one.TryGetProperty("start", out var from) ? from.GetInt32() : 0;
                    var end = one.TryGetProperty("end", out var to) ? to.GetInt32() : text.Length;
                    observations.Add((start, end, Text(one, "sector"), fields));
                }

            all.Add(new Gold(Text(root, "half") is { Length: > 0 } half ? half : "all", new ReportText(Text(root, "id"), null, published, null, text), observations));
        }

        return all;
    }
}
