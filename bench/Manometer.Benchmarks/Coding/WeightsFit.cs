using System.Globalization;
using System.Text;
using Manometer.Coding;
using Manometer.Coding.Tests;
using Manometer.Statistics;

namespace Manometer.Benchmarks.Coding;

/// <summary>Fits <c>weights.csv</c> to the development half of <c>tests/gold</c>: logistic regression of "is right" on the features of what is proposed, by Newton's method with ridge 1 (Hastie, Tibshirani, Friedman, 2009, section 4.4.1).</summary>
/// <remarks>A proposal is right as <see cref="GoldScore"/> has it. The held-out half is not read.</remarks>
internal static class WeightsFit
{
    private const int Rounds = 50;

    /// <param name="folder">The gold set; null for that of the checkout this is run in.</param>
    public static int Print(string? folder)
    {
        folder ??= Path.Combine("tests", "gold");
        if (!GoldHalves.Has(folder))
            return 1;
        var rows = Proposals(new GoldSet(folder));
        string[] names = ["bias", .. FeatureNames()];
        var weights = Fit(rows, names);
        Console.Out.Write("feature,weight\n" + string.Concat(names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name},{weights[i]:0.###}\n"))));
        Console.Error.WriteLine($"{rows.Count} proposals of the development half, {rows.Count(row => row.Right)} of them right. Put the table into src/Manometer.Coding/data/weights.csv.");
        return 0;
    }

    private static List<(IReadOnlyList<string> Features, bool Right)> Proposals(GoldSet gold)
    {
        var coder = new Coder(BuiltInPlaces.Read(), new CoderOptions { Threshold = 0 });
        var observations = gold.Rows("observations.jsonl");
        var rows = new List<(IReadOnlyList<string> Features, bool Right)>();
        foreach (var sentence in gold.Sentences.Where(one => one.Half == "development"))
        {
            var truth = observations[sentence.Id].ToList();
            var proposals = coder.Code(new ReportText(sentence.Id, null, sentence.Written, null, sentence.Text));
            var pairs = GoldPairs.Of(truth.Count, proposals.Count, (i, j) => truth[i].Sector == proposals[j].Sector ? truth[i].Overlap(proposals[j].Start, proposals[j].End) : 0);
            for (var j = 0; j < proposals.Count; j++)
                rows.Add((proposals[j].Features, pairs.Exists(pair => pair.Second == j)));
        }

        return rows;
    }

    private static double[] Fit(List<(IReadOnlyList<string> Features, bool Right)> rows, string[] names)
    {
        var weights = new double[names.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[names.Length];
            var hessian = new Cholesky(names.Length);
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

            hessian.Factor();
            hessian.Solve(gradient); // now the step
            for (var i = 0; i < weights.Length; i++)
                weights[i] += gradient[i];
            if (gradient.Max(Math.Abs) < 1e-9)
                break;
        }

        return weights;
    }

    private static IEnumerable<string> FeatureNames()
    {
        using var reader = new StreamReader(typeof(Coder).Assembly.GetManifestResourceStream("weights.csv")!, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]).Where(name => name != "bias")];
    }
}
