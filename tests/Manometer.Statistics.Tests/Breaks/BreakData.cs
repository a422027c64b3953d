using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>Series to break, and the search that tries every segmentation by dynamic programming without pruning, with costs straight from their definitions.</summary>
internal static class BreakData
{
    public static double[] Plain(string name)
    {
        using var file = File.OpenRead(Repository.Reference("data", "impact", name));
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    public static double[] Annotated(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.Reference("data", "impact", "tcpd", name + ".json")));
        return [.. json.RootElement.GetProperty("series")[0].GetProperty("raw").EnumerateArray().Select(one => one.GetDouble())];
    }

    public static double[] Standardised(double[] y)
    {
        var mean = y.Average();
        var sd = Math.Sqrt(y.Sum(one => (one - mean) * (one - mean)) / y.Length);
        return [.. y.Select(one => (one - mean) / sd)];
    }

    public static double[] Random(ulong seed, int n, bool whole, bool levels = true)
    {
        var random = new Xoshiro256(seed);
        var y = new double[n];
        var level = 0.0;
        for (var i = 0; i < n; i++)
        {
            if (levels && random.NextDouble() < 0.08)
                level = 3 * random.NextNormal();
            y[i] = level + random.NextNormal();
            if (whole)
                y[i] = Math.Abs(Math.Round(y[i]));
        }

        return y;
    }

    public static BreakAlgorithm[] Algorithms(SegmentCost cost) =>
        cost is SegmentCost.L2 or SegmentCost.Poisson or SegmentCost.Rank ? [BreakAlgorithm.FunctionalPruning, BreakAlgorithm.Pelt] : [BreakAlgorithm.Pelt];

    public static int[] Exhaustive(double[] y, SegmentCost cost, int minimum, double penalty, out double least)
    {
        var n = y.Length;
        var of = CostOf(y, cost);
        var best = new double[n + 1];
        var last = new int[n + 1];
        best[0] = -penalty;
        for (var t = 1; t <= n; t++)
        {
            best[t] = double.PositiveInfinity;
            for (var s = 0; s <= t - minimum; s++)
            {
                var value = best[s] + of(s, t) + penalty;
                if (value < best[t] - 1e-12 * Math.Abs(best[t]) || double.IsPositiveInfinity(best[t]))
                    (best[t], last[t]) = (value, s);
            }
        }

        least = best[n];
        var ends = new List<int>();
        for (var end = n; end > 0; end = last[end])
            ends.Insert(0, end);
        return [.. ends];
    }

    private static Func<int, int, double> CostOf(double[] y, SegmentCost cost)
    {
        switch (cost)
        {
            case SegmentCost.L2:
                return (s, t) => Deviations(y[s..t]);
            case SegmentCost.Poisson:
                return (s, t) => y[s..t].Sum() is > 0 and var sum ? 2 * (sum - sum * Math.Log(sum / (t - s))) : 0;
            case SegmentCost.Normal:
                var steps = y.Skip(1).Zip(y, (a, b) => Math.Abs(a - b)).Order().ToArray();
                var middle = steps.Length % 2 == 1 ? steps[steps.Length / 2] : (steps[steps.Length / 2] + steps[steps.Length / 2 - 1]) / 2;
                var floor = middle > 0 ? 1e-6 * middle * middle : 1e-6 * (0.6745 * 0.6745 * 2) * steps.Sum(one => one * one) / 2 / steps.Length;
                if (floor == 0)
                    floor = 1;
                return (s, t) => Deviations(y[s..t]) / (t - s) is var v && v >= floor ? (t - s) * Math.Log(v) : (t - s) * (Math.Log(floor) + v / floor - 1);
            case SegmentCost.Rank:
                var ranks = y.Select(one => y.Count(other => other < one) + 0.5 * (y.Count(other => other == one) - 1) - 0.5 * (y.Length - 1)).ToArray();
                var variance = ranks.Sum(r => r * r) / y.Length * (1 + 1e-9);
                return (s, t) => variance == 0 ? 0 : -ranks[s..t].Sum() * ranks[s..t].Sum() / (t - s) / variance;
            default:
                var distances = (from a in Enumerable.Range(0, y.Length) from b in Enumerable.Range(0, a) select (y[a] - y[b]) * (y[a] - y[b])).Order().ToArray();
                var median = distances.Length % 2 == 1 ? distances[distances.Length / 2] : (distances[distances.Length / 2] + distances[distances.Length / 2 - 1]) / 2;
                if (median == 0)
                    median = distances.Average() is > 0 and var mean ? mean : 1;
                return (s, t) => t - s - (from a in y[s..t] from b in y[s..t] select Math.Exp(-(a - b) * (a - b) / median)).Sum() / (t - s);
        }
    }

    private static double Deviations(double[] part)
    {
        var mean = part.Average();
        return part.Sum(one => (one - mean) * (one - mean));
    }
}
