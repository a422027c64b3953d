using Manometer.Model;
using static Manometer.Assessment.Tests.EventHistories;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class OriginGraphTests
{
    [Fact]
    public void Known_by_coder_by_chain_by_group_or_by_source()
    {
        var @case = Case(Fall("o1") with { Origin = "a trader" }, Fall("o2"), Fall("o3", "r-echo"), Fall("o4", "r-herald"));
        @case = @case with { Reports = [.. @case.Reports.Select(report => report.Id == "r-herald" ? report with { Chain = "Gazette > herald" } : report)] };

        Assert.Equal(
            [("a trader", OriginBy.Coder), ("gazette", OriginBy.Source), ("gazette-group", OriginBy.Group), ("gazette", OriginBy.Chain)],
            KnownRecord.PublishedBy(@case, DateOnly.MaxValue).Observations.Select(one => (one.Origin, one.OriginBy)));
    }

    [Fact]
    public void A_copy_takes_the_origin_of_what_was_published_first_and_counts_for_nothing_new()
    {
        var @case = Case(Fall("o1", "r-gazette"), Fall("o2", "r-herald"));
        @case = @case with
        {
            Reports = [.. @case.Reports.Select(report => report.Id == "r-herald" ? report with { Published = Edtf.Parse("2016-06-03") } : report with { Published = Edtf.Parse("2016-06-09") })],
            Links = [Link("l1", "r-gazette", "r-herald", LinkSays.Same, LinkKind.Copy)],
        };
        var known = KnownRecord.PublishedBy(@case, DateOnly.MaxValue);

        Assert.All(known.Observations, one => Assert.Equal(("herald", OriginBy.Decision), (one.Origin, one.OriginBy)));
        Assert.Equal([true, false], known.Observations.Select(one => one.Copy));
        Assert.Equal(2, @case.Assess().Balance!.Worsened);
        Assert.Equal(1, @case.Assess().Balance!.Origins);
    }

    [Fact]
    public void Reports_linked_in_a_chain_have_one_origin_and_a_withdrawn_link_none()
    {
        var links = new[] { Link("l1", "r-gazette", "r-herald", LinkSays.Same, LinkKind.Origin), Link("l2", "r-herald", "r-echo", LinkSays.Same, LinkKind.Copy) };
        var @case = Case(Fall("o1"), Fall("o2", "r-herald"), Fall("o3", "r-echo")) with { Links = links };

        Assert.Single(Origins(@case).Distinct());
        Assert.Equal(3, Origins(@case with { Links = [.. links.Select(link => link with { Withdrawn = Edtf.Parse("2016-12") })] }).Distinct().Count());
        Assert.Equal(3, Origins(@case with { Links = [.. links.Select(link => link with { Says = LinkSays.Disputed })] }).Distinct().Count());
    }

    [Fact]
    public void Who_is_of_another_origin_after_all_stands_for_himself()
    {
        var @case = Case(Fall("o1", "r-echo"), Fall("o2", "r-mirror"));

        Assert.Equal(["gazette-group", "gazette-group"], Origins(@case));
        Assert.Equal(["gazette-group", "report r-mirror"], Origins(@case with { Links = [Link("l1", "r-echo", "r-mirror", LinkSays.Different, LinkKind.Origin)] }));
    }

    private static List<string> Origins(Case @case) => [.. KnownRecord.PublishedBy(@case, DateOnly.MaxValue).Observations.Select(one => one.Origin)];
}
