using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Assessment.Tests;

// checked-pairs.csv: all pairs of different reports of the built-in case that are of one sector and indicator and near in place and time, judged by hand, and two more; the rest is apart.
// The odds were set while looking at these pairs, so the figures say how well they describe this case, not how well they foretell another.
public sealed class BuiltInEventsTests
{
    private static readonly Case Dprk = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019")).Case!;
    private static readonly HashSet<(string, string)> Coded = CheckedPairs.Coded(Dprk);
    private static readonly HashSet<(string, string)> Checked = CheckedPairs.Read(Repository.Path("tests", "Manometer.Assessment.Tests", "Corroboration", "checked-pairs.csv"));

    [Fact]
    public void With_the_coders_events_and_the_decisions() => Assert.True(CheckedPairs.F1(Dprk, [.. Coded, .. Checked]) >= 0.99);

    [Fact]
    public void With_the_coders_events_before_any_decision() => Assert.InRange(CheckedPairs.F1(Dprk with { Links = [] }, [.. Coded, .. Checked]), 0.95, 1);

    // nobody has coded or decided anything: what the odds alone find among the pairs that were checked
    [Fact]
    public void By_the_odds_alone() =>
        Assert.InRange(CheckedPairs.F1(CheckedPairs.Bare(Dprk), Checked), 0.75, 1);

    // the two: rice and corn of one survey, and a day within a period of half a year
    [Fact]
    public void Of_the_pairs_the_odds_have_wrong_all_but_two_lie_near_the_line()
    {
        var known = KnownRecord.PublishedBy(CheckedPairs.Bare(Dprk), DateOnly.MaxValue);
        var wrong = known.Events.Pairs(double.NegativeInfinity).Where(pair => pair.Joined != Checked.Contains(CheckedPairs.Pair(pair.One.Id, pair.Other.Id))).ToList();

        Assert.InRange(wrong.Count, 0, 8);
        Assert.Equal(["x15-1~x16-1", "x65-2~x66-1"], wrong.Where(pair => Math.Abs(pair.Odds) > 1).Select(pair => $"{pair.One.Id}~{pair.Other.Id}").Order(StringComparer.Ordinal));
    }
}
