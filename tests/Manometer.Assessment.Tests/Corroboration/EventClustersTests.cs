using CsCheck;
using Manometer.Model;
using static Manometer.Assessment.Tests.EventHistories;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class EventClustersTests
{
    [Fact]
    public void Two_reports_of_one_thing_at_one_place_and_time_are_one_happening()
    {
        var assessment = Case(Fall("o1"), Fall("o2", "r-herald"), Fall("o3", "r-echo", "2016-11")).Assess();

        Assert.Equal(["like-o1", "like-o1", null], assessment.Observations.Select(view => view.Event));
    }

    [Fact]
    public void Two_statements_of_one_report_are_two() => Assert.All(Case(Fall("o1"), Fall("o2")).Assess().Observations, view => Assert.Null(view.Event));

    [Fact]
    public void Rival_accounts_of_one_thing_are_one_happening_all_the_same() => Assert.All(Case(Fall("o1"), Rise("o2")).Assess().Observations, view => Assert.Equal("like-o1", view.Event));

    [Fact]
    public void What_is_supposed_or_foretold_is_no_happening() =>
        Assert.All(Case(Fall("o1"), Fall("o2", "r-herald") with { Polarity = Polarity.Forecast }).Assess().Observations, view => Assert.Null(view.Event));

    [Fact]
    public void A_place_and_a_country_around_it_need_words_in_common()
    {
        var (one, other) = (Fall("o1") with { Summary = "Ferries at the northern quay lie idle" }, Fall("o2", "r-herald") with { Place = "ru", Summary = "Less grain is sold abroad" });

        Assert.All(Within(one, other).Assess().Observations, view => Assert.Null(view.Event));
        Assert.All(Within(one, other with { Summary = "Ferries lie idle at a northern quay" }).Assess().Observations.Where(view => view.Id != "o9"), view => Assert.NotNull(view.Event));

        static Case Within(params Observation[] two)
        {
            // a third summary, so that words can be rare
            var @case = Case([.. two, Fall("o9", "r-echo", "2016-01") with { Summary = "Bread has become dear at the market of the town" }]);
            return @case with { Places = [.. @case.Places.Select(place => place with { Countries = ["RU"] })] };
        }
    }

    [Fact]
    public void Figures_of_two_different_periods_are_not_of_one_thing() =>
        Assert.All(Case(Fall("o1", when: "2016-01/2016-06") with { Summary = "Trade fell by a tenth" }, Fall("o2", "r-herald", "2016-01/2016-09") with { Summary = "Trade fell by a tenth" }).Assess().Observations, view => Assert.Null(view.Event));

    [Fact]
    public void The_coders_name_holds_and_two_names_are_two_happenings()
    {
        var named = Case(Fall("o1") with { Event = "e-1" }, Fall("o2", "r-herald", "2016-11") with { Event = "e-1" }).Assess();
        var apart = Case(Fall("o1") with { Event = "e-1" }, Fall("o2", "r-herald") with { Event = "e-2" }).Assess();

        Assert.Equal(["e-1", "e-1"], named.Observations.Select(view => view.Event));
        Assert.Equal(["e-1", "e-2"], apart.Observations.Select(view => view.Event));
    }

    [Fact]
    public void A_decision_holds_until_it_is_withdrawn()
    {
        var @case = Case(Fall("o1"), Fall("o2", "r-herald"));
        var link = Link("l1", "o1", "o2", LinkSays.Different);

        Assert.All((@case with { Links = [link] }).Assess().Observations, view => Assert.Null(view.Event));
        Assert.All((@case with { Links = [link with { Says = LinkSays.Disputed }] }).Assess().Observations, view => Assert.Null(view.Event));
        Assert.All((@case with { Links = [link with { Withdrawn = Edtf.Parse("2016-12-01") }] }).Assess().Observations, view => Assert.Equal("like-o1", view.Event));
    }

    [Fact]
    public void A_decision_joins_what_nothing_else_would()
    {
        var other = Fall("o2", "r-herald", "2016-11") with { Sector = "markets" };

        Assert.All((Case(Fall("o1"), other) with { Links = [Link("l1", "o2", "o1", LinkSays.Same)] }).Assess().Observations, view => Assert.Equal("like-o1", view.Event));
    }

    // merges and splits in any order, withdrawn in any order: the groups are those of the decisions that stand, and none when none does
    [Fact]
    public void Merges_and_splits_are_undone_in_any_order() => (from seed in Gen.Int[0, 1_000_000] select seed).Sample(seed => EventHistories.Check(seed), iter: 1500);

    [Fact]
    public void One_more_observation_gives_the_groups_of_all_at_once() => (from seed in Gen.Int[0, 1_000_000] select seed).Sample(
        seed =>
        {
            var @case = EventHistories.Made(new Random(seed), 14);
            var coded = KnownRecord.PublishedBy(@case, DateOnly.MaxValue).Observations;
            var words = new SummaryWords(coded.Select(one => one.Observation.Summary));
            var step = new EventClusters(@case.Places, words, @case.Links);
            foreach (var one in coded)
                step.Add(one.Observation, one.Report.Published.LastDay);
            var whole = EventClusters.Of(coded, @case.Places, @case.Links);
            Assert.All(coded, one => Assert.Equal(whole.NameOf(one.Observation.Id), step.NameOf(one.Observation.Id)));
        },
        iter: 300);
}
