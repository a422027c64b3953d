namespace Manometer.Statistics;

/// <summary>Phrases a publisher sets under many of its texts: who it is, what to share, where to subscribe.</summary>
internal static class Furniture
{
    private const int LeastTexts = 10;
    private const int Share = 5;

    /// <summary>Takes out of each set the shingles that stand on a fifth or more of its publisher's texts, where it has ten or more.</summary>
    public static void Remove(IReadOnlyList<TextDocument> texts, ulong[][] sets)
    {
        foreach (var group in Enumerable.Range(0, texts.Count).Where(i => texts[i].Publisher is not null).GroupBy(i => texts[i].Publisher!, StringComparer.Ordinal))
        {
            var own = group.ToList();
            if (own.Count < LeastTexts)
                continue;
            var all = new ulong[own.Sum(i => sets[i].Length)];
            var at = 0;
            foreach (var i in own)
            {
                sets[i].CopyTo(all, at);
                at += sets[i].Length;
            }

            Array.Sort(all);
            var common = new HashSet<ulong>();
            var least = Math.Max(3, (own.Count + Share - 1) / Share);
            for (int from = 0, to; from < all.Length; from = to)
            {
                for (to = from + 1; to < all.Length && all[to] == all[from];)
                    to++;
                if (to - from >= least)
                    common.Add(all[from]);
            }

            if (common.Count == 0)
                continue;
            foreach (var i in own)
                sets[i] = [.. sets[i].Where(shingle => !common.Contains(shingle))];
        }
    }
}
