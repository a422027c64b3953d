using System.Globalization;

namespace Manometer.Statistics;

/// <summary>Groups items by the odds that two of them belong together, without a number of groups given beforehand.</summary>
/// <remarks>
/// Correlation clustering (Bansal, Blum and Chawla 2004) by greedy agglomeration: the two groups with the greatest mean log odds between them are joined as long as it is above 0; then each item once may move to where the sum of log odds is greatest. Deterministic: of equal odds the
/// pair with the lowest numbers goes first. Pairs that are not given have the odds of strangers. Cost: pairs times the logarithm of their number.
/// </remarks>
public static class CorrelationClustering
{
    /// <summary>For each item the least number in its group.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="pairs">Scored pairs, each at most once.</param>
    /// <param name="strangers">Log odds of pairs not given; -4 by default.</param>
    /// <param name="together">Pairs that belong together whatever their odds.</param>
    /// <param name="apart">Pairs that do not. Where the two contradict, <paramref name="together"/> wins: who asks must not ask for both.</param>
    /// <exception cref="ArgumentException">A pair is of one item with itself or of no item, is given twice, or has log odds that are no number.</exception>
    public static int[] Of(int count, IReadOnlyList<ScoredPair> pairs, double strangers = -4, IReadOnlyList<(int One, int Other)>? together = null, IReadOnlyList<(int One, int Other)>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        foreach (var pair in pairs)
            Check(count, pair.One, pair.Other, pair.LogOdds);
        var groups = new Groups(count, strangers);
        foreach (var pair in pairs)
            groups.Add(pair);
        foreach (var (one, other) in apart ?? [])
        {
            Check(count, one, other, 0);
            groups.Forbid(one, other);
        }

        foreach (var (one, other) in together ?? [])
        {
            Check(count, one, other, 0);
            groups.Bind(one, other);
        }

        groups.Agglomerate();
        groups.Move(pairs, apart ?? []);
        return groups.Least();
    }

    private static void Check(int count, int one, int other, double odds)
    {
        if ((uint)one >= (uint)count || (uint)other >= (uint)count || one == other || double.IsNaN(odds))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a pair is of two different items below {count} with odds that are a number; this is {one} and {other}, {odds}"), nameof(count));
    }

    private sealed class Groups(int count, double strangers)
    {
        private readonly int[] _group = [.. Enumerable.Range(0, count)];
        private readonly int[] _size = [.. Enumerable.Repeat(1, count)];
        private readonly List<int>[] _members = [.. Enumerable.Range(0, count).Select(i => new List<int> { i })];
        private readonly bool[] _bound = new bool[count];
        private readonly Dictionary<int, Between>[] _near = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, Between>())];
        private readonly PriorityQueue<(int One, int Other), (double MinusMean, int One, int Other)> _next = new();

        private readonly record struct Between(double Sum, int Known, bool Apart);

        public void Add(ScoredPair pair)
        {
            if (_near[pair.One].ContainsKey(pair.Other))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the pair of {pair.One} and {pair.Other} is given twice"), nameof(pair));
            _near[pair.One][pair.Other] = _near[pair.Other][pair.One] = new Between(pair.LogOdds, 1, false);
        }

        public void Forbid(int one, int other)
        {
            var between = _near[one].GetValueOrDefault(other) with { Apart = true };
            _near[one][other] = _near[other][one] = between;
        }

        public void Bind(int one, int other)
        {
            (_bound[one], _bound[other]) = (true, true);
            if (_group[one] != _group[other])
                Join(_group[one], _group[other]);
        }

        public void Agglomerate()
        {
            for (var group = 0; group < _near.Length; group++)
                if (_group[group] == group)
                    foreach (var (other, between) in _near[group])
                        if (group < other)
                            Offer(group, other, between);
            while (_next.TryDequeue(out var pair, out var key))
            {
                var (one, other) = pair;
                if (_group[one] != one || _group[other] != other || !_near[one].TryGetValue(other, out var between) || between.Apart || -Mean(one, other, between) != key.MinusMean)
                    continue;
                var kept = Join(one, other);
                foreach (var (near, now) in _near[kept])
                    Offer(Math.Min(kept, near), Math.Max(kept, near), now);
            }
        }

        /// <summary>Each item that nothing binds moves, once, to the group where the sum of its log odds is greatest, or to none.</summary>
        public void Move(IReadOnlyList<ScoredPair> pairs, IReadOnlyList<(int One, int Other)> apart)
        {
            var own = new List<(int Other, double Odds)>[count];
            foreach (var pair in pairs)
            {
                (own[pair.One] ??= []).Add((pair.Other, pair.LogOdds));
                (own[pair.Other] ??= []).Add((pair.One, pair.LogOdds));
            }

            var forbidden = apart.Concat(apart.Select(pair => (One: pair.Other, Other: pair.One))).ToLookup(pair => pair.One, pair => pair.Other);
            for (var item = 0; item < count; item++)
                if (!_bound[item] && own[item] is { } near)
                    Move(item, near, forbidden[item]);
        }

        public int[] Least()
        {
            var least = new int[count];
            foreach (var members in _members.Where(members => members.Count > 0))
            {
                var lowest = members.Min();
                foreach (var member in members)
                    least[member] = lowest;
            }

            return least;
        }

        private void Move(int item, List<(int Other, double Odds)> near, IEnumerable<int> forbidden)
        {
            var sums = new SortedDictionary<int, double>();
            foreach (var (other, odds) in near.OrderBy(pair => pair.Other))
                sums[_group[other]] = sums.GetValueOrDefault(_group[other], strangers * (_size[_group[other]] - (_group[other] == _group[item] ? 1 : 0))) + odds - strangers;
            var here = _size[_group[item]] == 1 ? 0 : sums.GetValueOrDefault(_group[item], strangers * (_size[_group[item]] - 1));
            var closed = forbidden.Select(other => _group[other]).ToHashSet();
            var (best, to) = (Math.Max(here, 0), here >= 0 ? _group[item] : -1);
            foreach (var (group, sum) in sums)
                if (group != _group[item] && !closed.Contains(group) && sum > best)
                    (best, to) = (sum, group);
            if (to == _group[item])
                return;
            _members[_group[item]].Remove(item);
            _size[_group[item]]--;
            if (to < 0)
                to = Array.FindIndex(_members, members => members.Count == 0);
            _group[item] = to;
            _members[to].Add(item);
            _size[to]++;
        }

        private void Offer(int one, int other, Between between)
        {
            if (!between.Apart && Mean(one, other, between) is > 0 and var mean)
                _next.Enqueue((one, other), (-mean, one, other));
        }

        private double Mean(int one, int other, Between between)
        {
            var all = (double)_size[one] * _size[other];
            return (between.Sum + strangers * (all - between.Known)) / all;
        }

        /// <summary>Joins two groups under the number of the lower and returns it.</summary>
        private int Join(int one, int other)
        {
            var (kept, gone) = (Math.Min(one, other), Math.Max(one, other));
            foreach (var member in _members[gone])
                _group[member] = kept;
            _members[kept].AddRange(_members[gone]);
            _members[gone].Clear();
            _size[kept] += _size[gone];
            _size[gone] = 0;
            _near[kept].Remove(gone);
            foreach (var (near, between) in _near[gone])
            {
                _near[near].Remove(gone);
                if (near == kept)
                    continue;
                var had = _near[kept].GetValueOrDefault(near);
                _near[kept][near] = _near[near][kept] = new Between(had.Sum + between.Sum, had.Known + between.Known, had.Apart || between.Apart);
            }

            _near[gone].Clear();
            return kept;
        }
    }
}
