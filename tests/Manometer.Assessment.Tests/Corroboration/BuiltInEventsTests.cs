using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Assessment.Tests;

// checked-pairs.csv: all pairs of different reports of the built-in case that are of one sector and indicator and near in place and time, judged by hand, and two more; the rest is apart.
// The odds were set while looking at these pairs, so the figures say how well they describe this case, not how well they foretell another.
public sealed class BuiltInEventsTests
{
    private static readonly Case Dprk = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019")).Case!;
    private static readonly HashSet<(string, string)> Coded = [.. Pairs(Dprk.Observations.Where(one => one.Event is not null).GroupBy(one => one.Event!, one => one.Id))];
    private static readonly HashSet<(string, string)> Checked = [.. File.ReadLines(Repository.Path("tests", "Manometer.Assessment.Tests", "Corroboration", "checked-pairs.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[2] == "yes").Select(cells => Pair(cells[0], cells[1]))];

    [Fact]
    public void With_the_coders_events_and_the_decisions() => Assert.True(F1(Dprk, [.. Coded, .. Checked]) >= 0.99);

    [Fact]
    public void With_the_coders_events_before_any_decision() => Assert.InRange(F1(Dprk with { Links = [] }, [.. Coded, .. Checked]), 0.95, 1);

    // nobody has coded or decided anything: what the odds alone find among the pairs that were checked
    [Fact]
    public void By_the_odds_alone() =>
        Assert.InRange(F1(Dprk with { Links = [], Observations = [.. Dprk.Observations.Select(one => one with { Event = null })] }, Checked), 0.75, 1);

    // the two: rice and corn of one survey, and a day within a period of half a year
    [Fact]
    public void Of_the_pairs_the_odds_have_wrong_all_but_two_lie_near_the_line()
    {
        var known = KnownRecord.PublishedBy(Dprk with { Links = [], Observations = [.. Dprk.Observations.Select(one => one with { Event = null })] }, DateOnly.MaxValue);
        var wrong = known.Events.Pairs(double.NegativeInfinity).Where(pair => pair.Joined != Checked.Contains(Pair(pair.One.Id, pair.Other.Id))).ToList();

        Assert.InRange(wrong.Count, 0, 8);
        Assert.Equal(["x15-1~x16-1", "x65-2~x66-1"], wrong.Where(pair => Math.Abs(pair.Odds) > 1).Select(pair => $"{pair.One.Id}~{pair.Other.Id}").Order(StringComparer.Ordinal));
    }

    private static double F1(Case @case, HashSet<(string, string)> truth)
    {
        var known = KnownRecord.PublishedBy(@case, DateOnly.MaxValue);
        var found = Pairs(known.Observations.Where(one => one.Event is not null).GroupBy(one => one.Event!, one => one.Observation.Id)).ToHashSet();
        return 2.0 * found.Intersect(truth).Count() / (found.Count + truth.Count);
    }

    private static IEnumerable<(string, string)> Pairs(IEnumerable<IGrouping<string, string>> groups) =>
        groups.Select(group => group.ToList()).SelectMany(group => group.SelectMany((one, i) => group.Take(i).Select(other => Pair(one, other))));

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
