namespace Manometer.Coding.Tests;

/// <summary>Which row of one coding is which of another: those that share most text go together first, each at most once.</summary>
internal static class GoldPairs
{
    public static List<(int First, int Second)> Of(int first, int second, Func<int, int, double> overlap)
    {
        var candidates = new List<(double Overlap, int First, int Second)>();
        for (var i = 0; i < first; i++)
            for (var j = 0; j < second; j++)
                if (overlap(i, j) is > 0 and var shared)
                    candidates.Add((shared, i, j));

        var pairs = new List<(int First, int Second)>();
        foreach (var (_, i, j) in candidates.OrderByDescending(one => one.Overlap).ThenBy(one => one.First).ThenBy(one => one.Second))
            if (pairs.TrueForAll(pair => pair.First != i && pair.Second != j))
                pairs.Add((i, j));
        return pairs;
    }
}
