namespace Manometer.Statistics;

/// <summary>The longest passage that two texts share.</summary>
internal static class SharedRun
{
    /// <summary>Its length in words, 0 when they share no shingle.</summary>
    /// <param name="first">Shingles of the first text in its order.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="kept">Shingles of the first that count, sorted.</param>
    public static int Of(List<ulong> first, List<ulong> second, ulong[] kept)
    {
        var where = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < first.Count; i++)
            if (Array.BinarySearch(kept, first[i]) >= 0)
            {
                if (!where.TryGetValue(first[i], out var places))
                    where.Add(first[i], places = []);
                // a phrase said over and over is no passage
                if (places.Count < 8)
                    places.Add(i);
            }

        var before = new Dictionary<int, int>();
        var longest = 0;
        foreach (var shingle in second)
        {
            var now = new Dictionary<int, int>();
            if (where.TryGetValue(shingle, out var places))
                foreach (var place in places)
                    longest = Math.Max(longest, now[place] = before.GetValueOrDefault(place - 1) + 1);
            before = now;
        }

        return longest == 0 ? 0 : longest + Shingles.Words - 1;
    }
}
