using CsCheck;

namespace Manometer.Statistics.Tests;

public sealed class CorrelationClusteringTests
{
    [Fact]
    public void Pairs_with_good_odds_come_together_and_strangers_stay_apart() =>
        Assert.Equal([0, 0, 2, 3, 3], CorrelationClustering.Of(5, [new(0, 1, 2), new(3, 4, 1), new(1, 2, -1)]));

    // 0 goes with 1 and 1 with 2, but 0 and 2 are strangers: three together would have mean (2 - 4) / 2 below 0
    [Fact]
    public void A_chain_is_no_group() => Assert.Equal([0, 0, 2], CorrelationClustering.Of(3, [new(0, 1, 3), new(1, 2, 2)]));

    [Fact]
    public void What_must_be_together_is_and_what_must_be_apart_is()
    {
        Assert.Equal([0, 0, 2], CorrelationClustering.Of(3, [new(0, 1, -3), new(1, 2, 5)], together: [(0, 1)], apart: [(0, 2)]));
        Assert.Equal([0, 1], CorrelationClustering.Of(2, [new(0, 1, 9)], apart: [(1, 0)]));
    }

    [Fact]
    public void An_item_joined_too_early_moves_to_where_it_belongs()
    {
        // 1 is taken by 0 first (3 beats 2.9), then 2, 3, 4 form a group that 1 fits better in sum
        var groups = CorrelationClustering.Of(5, [new(0, 1, 3), new(1, 2, 2.9), new(1, 3, 2.9), new(1, 4, 2.9), new(2, 3, 2.8), new(2, 4, 2.8), new(3, 4, 2.8)]);

        Assert.Equal([0, 1, 1, 1, 1], groups);
    }

    [Fact]
    public void Finds_planted_groups_in_noise() => (from seed in Gen.Int[0, 10_000] select seed).Sample(
        seed =>
        {
            var random = new Random(seed);
            var truth = Enumerable.Range(0, 40).Select(i => i % 9).ToArray();
            var pairs = new List<ScoredPair>();
            for (var i = 0; i < 40; i++)
                for (var j = i + 1; j < 40; j++)
                    pairs.Add(new ScoredPair(i, j, (truth[i] == truth[j] ? 2 : -2) + (random.NextDouble() - 0.5) * 3));
            var groups = CorrelationClustering.Of(40, pairs);
            Assert.All(pairs, pair => Assert.Equal(truth[pair.One] == truth[pair.Other], groups[pair.One] == groups[pair.Other]));
        },
        iter: 100);

    // never worse than all apart or than the best two-group split of a small set, which can be counted out
    [Fact]
    public void Is_near_the_best_partition_of_six_items() => (from seed in Gen.Int[0, 100_000] select seed).Sample(
        seed =>
        {
            var random = new Random(seed);
            var pairs = new List<ScoredPair>();
            for (var i = 0; i < 6; i++)
                for (var j = i + 1; j < 6; j++)
                    pairs.Add(new ScoredPair(i, j, random.NextDouble() * 6 - 3));
            var found = Sum(CorrelationClustering.Of(6, pairs), pairs);
            var best = Partitions(6).Max(partition => Sum(partition, pairs));
            Assert.True(found >= 0 && found >= best - 6, $"{found} against {best}");
        },
        iter: 300);

    [Fact]
    public void Same_pairs_in_another_order_same_groups() => (from seed in Gen.Int[0, 100_000] select seed).Sample(
        seed =>
        {
            var random = new Random(seed);
            var pairs = new List<ScoredPair>();
            for (var i = 0; i < 15; i++)
                for (var j = i + 1; j < 15; j++)
                    if (random.NextDouble() < 0.4)
                        pairs.Add(new ScoredPair(i, j, Math.Round(random.NextDouble() * 4 - 2, 1)));
            var groups = CorrelationClustering.Of(15, pairs);
            var shuffled = pairs.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(groups, CorrelationClustering.Of(15, shuffled));
        },
        iter: 300);

    [Fact]
    public void A_pair_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CorrelationClustering.Of(2, [new(0, 2, 1)]));
        Assert.Throws<ArgumentException>(() => CorrelationClustering.Of(2, [new(1, 1, 1)]));
        Assert.Throws<ArgumentException>(() => CorrelationClustering.Of(2, [new(0, 1, double.NaN)]));
        Assert.Throws<ArgumentException>(() => CorrelationClustering.Of(2, [new(0, 1, 1), new(1, 0, 1)]));
    }

    private static double Sum(int[] groups, List<ScoredPair> pairs) => pairs.Where(pair => groups[pair.One] == groups[pair.Other]).Sum(pair => pair.LogOdds);

    private static IEnumerable<int[]> Partitions(int count)
    {
        var groups = new int[count];
        return From(1, 1);

        IEnumerable<int[]> From(int item, int used)
        {
            if (item == count)
            {
                yield return groups;
                yield break;
            }

            for (var group = 0; group <= used; group++)
            {
                groups[item] = group;
                foreach (var partition in From(item + 1, Math.Max(used, group + 1)))
                    yield return partition;
            }
        }
    }
}
