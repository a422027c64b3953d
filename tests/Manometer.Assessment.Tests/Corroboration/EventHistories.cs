using Manometer.Model;

namespace Manometer.Assessment.Tests;

/// <summary>Random histories of merges and splits.</summary>
internal static class EventHistories
{
    /// <summary>A small case whose observations lie close to each other.</summary>
    public static Case Made(Random random, int count) => Ruritania.Case([.. Enumerable.Range(1, count).Select(i => Ruritania.Fall($"o{i}", Of(random, "r-gazette", "r-herald", "r-echo", "r-mirror"), Of(random, "2016-05", "2016-05-02", "2016-06", "2016-04/2016-06")) with
    {
        Place = Of(random, "strelsau", "strelsau", "ru", null),
        Event = random.Next(8) == 0 ? Of(random, "e-1", "e-2") : null,
        Direction = random.Next(2) == 0 ? Direction.Down : Direction.Up,
        Summary = Of(random, "Trade fell", "Less trade at the quay", "Boats lie idle at the northern quay", "Fewer wagons pass the border"),
    })]) with { Header = Ruritania.Case().Header };

    /// <summary>Takes decisions on pairs, withdraws some, then all in another order; compares the groups at each step with those of a case that only ever knew the decisions that stand.</summary>
    public static void Check(int seed)
    {
        var random = new Random(seed);
        var @case = Made(random, 6);
        var before = Groups(@case, []);
        var standing = new List<Link>();
        for (var step = 0; step < 6; step++)
        {
            if (standing.Count > 0 && random.Next(3) == 0)
            {
                standing.RemoveAt(random.Next(standing.Count));
                continue;
            }

            var (one, other) = (random.Next(6), random.Next(5));
            var link = Link($"l{step}", @case.Observations[one].Id, @case.Observations[other < one ? other : other + 1].Id, (LinkSays)random.Next(3));
            if (Consistent([.. standing, link], @case.Observations))
                standing.Add(link);
        }

        var groups = Groups(@case, standing);
        foreach (var link in standing.Where(link => link.Says == LinkSays.Same))
            Demand(groups[link.One] == groups[link.Other], seed, $"{link.One} and {link.Other} are one by decision");
        foreach (var link in standing.Where(link => link.Says != LinkSays.Same))
            Demand(groups[link.One] != groups[link.Other], seed, $"{link.One} and {link.Other} are two by decision");

        // the same decisions, taken in another order and with withdrawn ones among them
        var shuffled = standing.ToArray();
        random.Shuffle(shuffled);
        var withdrawn = Link("gone", @case.Observations[0].Id, @case.Observations[1].Id, LinkSays.Same) with { Withdrawn = Edtf.Parse("2016-12-01") };
        Demand(Same(groups, Groups(@case, [withdrawn, .. shuffled])), seed, "the order of decisions matters");
        while (standing.Count > 0)
            standing.RemoveAt(random.Next(standing.Count));
        Demand(Same(before, Groups(@case, standing)), seed, "something is left of decisions withdrawn");
    }

    private static bool Same(Dictionary<string, string> one, Dictionary<string, string> other) => one.Count == other.Count && one.All(pair => other[pair.Key] == pair.Value);

    private static void Demand(bool holds, int seed, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"history {seed}: {what}");
    }

    /// <summary>The least member of each observation's group.</summary>
    private static Dictionary<string, string> Groups(Case @case, IReadOnlyList<Link> links)
    {
        var known = KnownRecord.PublishedBy(@case with { Links = links }, DateOnly.MaxValue);
        return known.Observations.ToDictionary(one => one.Observation.Id, one => known.Events.With(one.Observation.Id).Min(other => other.Id)!);
    }

    // what the reading of links.csv demands, and what the coder's names demand besides
    private static bool Consistent(List<Link> links, IReadOnlyList<Observation> observations)
    {
        var root = observations.ToDictionary(one => one.Id, one => one.Event ?? one.Id);
        foreach (var link in links.Where(link => link.Says == LinkSays.Same))
        {
            var (gone, kept) = (root[link.One], root[link.Other]);
            foreach (var id in root.Keys.Where(id => root[id] == gone).ToList())
                root[id] = kept;
        }

        return links.Where(link => link.Says != LinkSays.Same).All(link => root[link.One] != root[link.Other])
            && links.GroupBy(link => string.CompareOrdinal(link.One, link.Other) < 0 ? (link.One, link.Other) : (link.Other, link.One)).All(pair => pair.Select(link => link.Says).Distinct().Count() == 1);
    }

    internal static Link Link(string id, string one, string other, LinkSays says, LinkKind kind = LinkKind.Event) => new() { Id = id, Kind = kind, One = one, Other = other, Says = says, By = "jd" };

    private static T Of<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
