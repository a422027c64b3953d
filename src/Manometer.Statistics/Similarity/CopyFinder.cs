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
        var order = InTime(texts);
        var candidates = new HashSet<long>();
        ByBands(signatures, sets, order, candidates, cancellation);
        progress?.Report(0.7);
        ByFingerprints(marks, order, candidates, cancellation);
        progress?.Report(0.8);
        var pairs = candidates.ToArray();
        Array.Sort(pairs);
        var found = new CopyPair?[pairs.Length];
        Parallel.For(0, pairs.Length, options, i => found[i] = Compare(texts, sets, (int)(pairs[i] >> 32), (int)pairs[i]));
        progress?.Report(1);
        return [.. found.OfType<CopyPair>()];
    }

    /// <summary>What two texts share, with nothing left out as furniture; null where there is no word in one of them.</summary>
    public static CopyOverlap? Overlap(string one, string other)
    {
        var (left, right) = (Shingles.InOrder(one), Shingles.InOrder(other));
        return left.Count == 0 || right.Count == 0 ? null : CopyOverlap.Of(Shingles.Sorted(left), Shingles.Sorted(right));
    }

    private static CopyPair? Compare(IReadOnlyList<TextDocument> texts, ulong[][] sets, int first, int second)
    {
        var overlap = CopyOverlap.Of(sets[first], sets[second]);
        var run = 0;
        CopyKind? kind = overlap.Jaccard >= CopyFrom ? CopyKind.Copy : null;
        if (kind is null && overlap.Shared >= LeastShared)
        {
            run = SharedRun.Of(Shingles.InOrder(texts[first].Text), Shingles.InOrder(texts[second].Text), sets[first]);
            if (overlap.Containment >= OriginFrom || run >= RunFrom)
                kind = CopyKind.SharedOrigin;
        }

        if (kind is not { } known)
            return null;
        if (run == 0)
            run = SharedRun.Of(Shingles.InOrder(texts[first].Text), Shingles.InOrder(texts[second].Text), sets[first]);
        var directed = texts[first].Day is { } one && texts[second].Day is { } other && one != other;
        return directed && texts[second].Day < texts[first].Day
            ? new CopyPair(second, first, known, overlap.Jaccard, overlap.Containment, run, true)
            : new CopyPair(first, second, known, overlap.Jaccard, overlap.Containment, run, directed);
    }

    /// <summary>Place of each text in time: by day, those without one last, then by number.</summary>
    private static int[] InTime(IReadOnlyList<TextDocument> texts)
    {
        var byTime = Enumerable.Range(0, texts.Count).OrderBy(i => texts[i].Day ?? int.MaxValue).ThenBy(i => i).ToArray();
        var order = new int[texts.Count];
        for (var place = 0; place < byTime.Length; place++)
            order[byTime[place]] = place;
        return order;
    }

    private static void ByBands(uint[][] signatures, ulong[][] sets, int[] order, HashSet<long> candidates, CancellationToken cancellation)
    {
        var keys = new ulong[signatures.Length];
        var members = new int[signatures.Length];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = 0;
            for (var i = 0; i < signatures.Length; i++)
                if (sets[i].Length > 0)
                    (keys[count], members[count++]) = (MinHash.Band(signatures[i], band), i);
            Array.Sort(keys, members, 0, count);
            Meet(keys, members, count, order, (one, other) => candidates.Add(Pair(one, other)));
        }
    }

    /// <summary>Texts with two fingerprints in common, or with one where a text has few.</summary>
    private static void ByFingerprints(ulong[][] marks, int[] order, HashSet<long> candidates, CancellationToken cancellation)
    {
        var count = marks.Sum(own => own.Length);
        var keys = new ulong[count];
        var members = new int[count];
        var at = 0;
        for (var i = 0; i < marks.Length; i++)
            foreach (var mark in marks[i])
                (keys[at], members[at++]) = (mark, i);
        Array.Sort(keys, members);
        cancellation.ThrowIfCancellationRequested();
        var met = new List<long>();
        Meet(keys, members, count, order, (one, other) => met.Add(Pair(one, other)), most: Crowd);
        met.Sort();
        for (var i = 0; i < met.Count; i++)
            if ((i > 0 && met[i] == met[i - 1]) || Math.Min(marks[(int)(met[i] >> 32)].Length, marks[(int)met[i]].Length) < 4)
                candidates.Add(met[i]);
    }

    /// <summary>Calls <paramref name="meet"/> for members of equal keys: all of them, or neighbours in time and the first where there are many; none of more than <paramref name="most"/>.</summary>
    private static void Meet(ulong[] keys, int[] members, int count, int[] order, Action<int, int> meet, int most = int.MaxValue)
    {
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from];)
                to++;
            var size = to - from;
            if (size < 2 || size > most)
                continue;
            var own = members.AsSpan(from, size);
            own.Sort((a, b) => order[a].CompareTo(order[b]));
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

    private static long Pair(int one, int other) => one < other ? ((long)one << 32) | (uint)other : ((long)other << 32) | (uint)one;
}
