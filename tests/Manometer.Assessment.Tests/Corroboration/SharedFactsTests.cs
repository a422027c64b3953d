using Manometer.Model;
using static Manometer.Assessment.Tests.EventHistories;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class SharedFactsTests
{
    private static readonly Case Told = Case([
        Fall("o1") with { Summary = "Trade fell to 1,127 carts" }, Fall("o2", "r-herald") with { Summary = "Der Handel sank auf 1,127 Wagen" },
        .. Enumerable.Range(0, 300).Select(i => Fall("x" + i, "r-echo") with { Summary = $"Trade fell to {200 + i} carts" })]);

    [Fact]
    public void A_rare_figure_in_two_reports_of_two_origins_is_a_hint_in_any_language()
    {
        var hint = Assert.Single(Told.Assess().OriginHints);

        Assert.Equal(("r-gazette", "r-herald"), (hint.One, hint.Other));
        Assert.Equal(["1,127"], hint.Facts);
        Assert.Equal(Math.Log(302 / 2.0), hint.LogOdds, 1e-12);
    }

    [Fact]
    public void What_is_decided_or_known_to_be_one_is_no_hint()
    {
        Assert.Empty((Told with { Links = [Link("l1", "r-herald", "r-gazette", LinkSays.Different, LinkKind.Origin)] }).Assess().OriginHints);
        Assert.Empty((Told with { Observations = [.. Told.Observations.Select(one => one with { Origin = "the customs house" })] }).Assess().OriginHints);
    }

    [Fact]
    public void Years_round_numbers_and_other_times_are_no_facts()
    {
        Assert.Empty((Told with { Observations = [.. Told.Observations.Select(one => one with { Summary = one.Summary.Replace("1,127", "2016", StringComparison.Ordinal) })] }).Assess().OriginHints);
        Assert.Empty((Told with { Observations = [.. Told.Observations.Select(one => one with { Summary = one.Summary.Replace("1,127", "1,100", StringComparison.Ordinal) })] }).Assess().OriginHints);
        Assert.Empty((Told with { Observations = [.. Told.Observations.Select(one => one.Id == "o2" ? one with { When = Edtf.Parse("2016-11") } : one)] }).Assess().OriginHints);
    }
}
