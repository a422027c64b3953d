namespace Manometer.Statistics;

/// <summary>Finds texts that were copied from each other, or that share passages of one origin.</summary>
/// <remarks>
/// Texts are sets of shingles. Candidates come from two nets: MinHash signatures in 32 bands of 4 (Broder 1997; pairs with Jaccard .3, .5, .8 are met with .23, .87, 1.00), and shared fingerprints chosen by winnowing, which misses no shared run of twelve words
/// (Schleimer, Wilkerson and Aiken 2003). What the candidates share is then counted exactly. Phrases on a fifth of one publisher's texts are furniture and left out. Of more than 64 texts with one fingerprint or band, each is compared with its neighbours in time only:
/// the groups are still whole. Deterministic; time grows with the length of all texts, memory with 8 bytes a word.
/// </remarks>
public static class CopyFinder
{
    /// <summary>Jaccard similarity from which two texts are copies.</summary>
    public const double CopyFrom = 0.8;

    /// <summary>Containment from which two texts rest on one origin.</summary>
    public const double OriginFrom = 0.5;

    /// <summary>Shared run, in words, from which two texts rest on one origin.</summary>
    public const int RunFrom = 25;

    private const int Window = 8;
    private const int Crowd = 64;
    private const int Neighbours = 4;
    private const int LeastShared = 8;

    /// <summary>All pairs found, in order of their numbers.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="threads">Threads to use; the result is the same for any number.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <param name="cancellation">Ends the search early with an exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no threads.</exception>
    public static IReadOnlyList<CopyPair> Find(IReadOnlyList<TextDocument> texts, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var sets = new ulong[texts.Count][];
        Parallel.For(0, texts.Count, options, i => sets[i] = Shingles.Sorted(Shingles.InOrder(texts[i].Text)));
        progress?.Report(0.2);
        Furniture.Remove(texts, sets);
        var signatures = new uint[texts.Count][];
        var marks = new ulong[texts.Count][];
        Parallel.For(0, texts.Count, options, i =>
        {
            signatures[i] = MinHash.Of(sets[i]);
            marks[i] = Fingerprints.Of(Shingles.InOrder(texts[i].Text), sets[i], Window);
        });
        progress?.Report(0.6);
        var byTime = InTime(texts);
        var candidates = new List<long>();
        ByBands(signatures, sets, byTime, candidates, cancellation);
        progress?.Report(0.7);
        ByFingerprints(marks, byTime, candidates, cancellation);
        progress?.Report(0.8);
        candidates.Sort();
        var pairs = Distinct(candidates);
        var found = new CopyPair?[pairs.Length];
        var starts = Enumerable.Range(0, pairs.Length).Where(i => i == 0 || pairs[i] >> 32 != pairs[i - 1] >> 32).Append(pairs.Length).ToArray();
        Parallel.For(0, starts.Length - 1, options, group =>
        {
            var first = new Passages(Shingles.InOrder(texts[(int)(pairs[starts[group]] >> 32)].Text), sets[(int)(pairs[starts[group]] >> 32)]);
            for (var i = starts[group]; i < starts[group + 1]; i++)
                found[i] = Compare(texts, sets, first, (int)(pairs[i] >> 32), (int)pairs[i]);
        });
        progress?.Report(1);
        return [.. found.OfType<CopyPair>()];
    }

    /// <summary>What two texts share, with nothing left out as furniture; null where there is no word in one of them.</summary>
    public static CopyOverlap? Overlap(string one, string other)
    {
        var (left, right) = (Shingles.InOrder(one), Shingles.InOrder(other));
        return left.Count == 0 || right.Count == 0 ? null : CopyOverlap.Of(Shingles.Sorted(left), Shingles.Sorted(right));
    }

    private static CopyPair? Compare(IReadOnlyList<TextDocument> texts, ulong[][] sets, Passages passages, int first, int second)
    {
        var overlap = CopyOverlap.Of(sets[first], sets[second]);
        if (overlap.Jaccard < CopyFrom && overlap.Shared < LeastShared)
            return null;
        var run = passages.LongestIn(Shingles.InOrder(texts[second].Text));
        CopyKind? kind = overlap.Jaccard >= CopyFrom ? CopyKind.Copy : overlap.Containment >= OriginFrom || run >= RunFrom ? CopyKind.SharedOrigin : null;
        if (kind is not { } known)
            return null;
        var directed = texts[first].Day is { } one && texts[second].Day is { } other && one != other;
        return directed && texts[second].Day < texts[first].Day
            ? new CopyPair(second, first, known, overlap.Jaccard, overlap.Containment, run, true)
            : new CopyPair(first, second, known, overlap.Jaccard, overlap.Containment, run, directed);
    }

    /// <summary>Numbers of the texts by day, those without one last, then by number.</summary>
    private static int[] InTime(IReadOnlyList<TextDocument> texts) =>
        [.. Enumerable.Range(0, texts.Count).OrderBy(i => texts[i].Day ?? int.MaxValue).ThenBy(i => i)];

    private static void ByBands(uint[][] signatures, ulong[][] sets, int[] byTime, List<long> candidates, CancellationToken cancellation)
    {
        var keys = new ulong[signatures.Length];
        var members = new int[signatures.Length];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = 0;
            for (var place = 0; place < byTime.Length; place++)
                if (sets[byTime[place]].Length > 0)
                    (keys[count], members[count++]) = (MinHash.Band(signatures[byTime[place]], band), place);
            Array.Sort(keys, members, 0, count);
            Meet(keys, members, count, int.MaxValue, (one, other) => candidates.Add(Pair(byTime[one], byTime[other])));
        }
    }

    /// <summary>Texts with two fingerprints in common, or with one where a text has few.</summary>
    private static void ByFingerprints(ulong[][] marks, int[] byTime, List<long> candidates, CancellationToken cancellation)
    {
        var count = marks.Sum(own => own.Length);
        var keys = new ulong[count];
        var members = new int[count];
        var at = 0;
        for (var place = 0; place < byTime.Length; place++)
            foreach (var mark in marks[byTime[place]])
                (keys[at], members[at++]) = (mark, place);
        Array.Sort(keys, members);
        cancellation.ThrowIfCancellationRequested();
        var met = new List<long>();
        Meet(keys, members, count, Crowd, (one, other) => met.Add(Pair(byTime[one], byTime[other])));
        met.Sort();
        for (int from = 0, to; from < met.Count; from = to)
        {
            for (to = from + 1; to < met.Count && met[to] == met[from];)
                to++;
            if (to - from > 1 || Math.Min(marks[(int)(met[from] >> 32)].Length, marks[(int)met[from]].Length) < 4)
                candidates.Add(met[from]);
        }
    }

    /// <summary>Calls <paramref name="meet"/> for members of equal keys: all of them, or neighbours in time and the first where there are many; none of more than <paramref name="most"/>.</summary>
    private static void Meet(ulong[] keys, int[] members, int count, int most, Action<int, int> meet)
    {
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from];)
                to++;
            var size = to - from;
            if (size < 2 || size > most)
                continue;
            var own = members.AsSpan(from, size);
            own.Sort();
            var reach = size <= Neighbours * 3 ? size : Neighbours;
            for (var i = 1; i < size; i++)
            {
                for (var j = Math.Max(0, i - reach); j < i; j++)
                    if (own[j] != own[i])
                        meet(own[j], own[i]);
                if (i > reach && own[0] != own[i])
                    meet(own[0], own[i]);
            }
        }
    }

    private static long[] Distinct(List<long> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Count; i++)
            if (i == 0 || sorted[i] != sorted[count - 1])
                sorted[count++] = sorted[i];
        return [.. sorted.Take(count)];
    }

    private static long Pair(int one, int other) => one < other ? ((long)one << 32) | (uint)other : ((long)other << 32) | (uint)one;
}
