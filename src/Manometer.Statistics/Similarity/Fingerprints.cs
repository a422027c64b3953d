namespace Manometer.Statistics;

/// <summary>Of each window of shingles the least: any run shared by two texts that is as long as a window gives both the same one (Schleimer, Wilkerson and Aiken 2003).</summary>
internal static class Fingerprints
{
    /// <summary>The fingerprints, each once.</summary>
    /// <param name="inOrder">Shingles in the order of the text.</param>
    /// <param name="kept">Those that count, sorted; others end a window.</param>
    /// <param name="window">Shingles in a window.</param>
    public static ulong[] Of(List<ulong> inOrder, ulong[] kept, int window)
    {
        var chosen = new HashSet<ulong>();
        var run = new List<ulong>();
        foreach (var shingle in inOrder)
        {
            if (Array.BinarySearch(kept, shingle) >= 0)
            {
                run.Add(shingle);
                continue;
            }

            Choose(run, window, chosen);
            run.Clear();
        }

        Choose(run, window, chosen);
        return [.. chosen.Order()];
    }

    private static void Choose(List<ulong> run, int window, HashSet<ulong> chosen)
    {
        if (run.Count == 0)
            return;
        var at = -1;
        for (var from = 0; from == 0 || from + window <= run.Count; from++)
        {
            var to = Math.Min(run.Count, from + window);
            if (at >= from)
            {
                if (run[to - 1] <= run[at])
                    at = to - 1;
            }
            else
            {
                at = from;
                for (var i = from + 1; i < to; i++)
                    if (run[i] <= run[at])
                        at = i;
            }

            chosen.Add(run[at]);
        }
    }
}
