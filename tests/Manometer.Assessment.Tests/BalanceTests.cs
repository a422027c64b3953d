using CsCheck;
using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class BalanceTests
{
    [Fact]
    public void Sources_of_one_origin_group_count_as_one_origin()
    {
        var balance = Case(Fall("o1", "r-echo"), Fall("o2", "r-mirror"), Fall("o3", "r-herald")).Assess().Balance!;

        Assert.Equal((3, 2), (balance.Worsened, balance.Origins));
    }

    [Fact]
    public void A_coded_origin_outranks_the_source()
    {
        var balance = Case(Fall("o1", "r-gazette") with { Origin = "clerk" }, Fall("o2", "r-herald") with { Origin = "clerk" }).Assess().Balance!;

        Assert.Equal(1, balance.Origins);
    }

    [Fact]
    public void Repeating_a_report_does_not_narrow_the_interval()
    {
        var once = Case(Fall("o1"), Rise("o2")).Assess().Balance!;
        var often = Case([.. Enumerable.Range(0, 50).Select(i => Fall($"o{i:00}")), Rise("o99")]).Assess().Balance!;

        Assert.Equal((once.Share, once.Low90, once.High90), (often.Share, often.Low90, often.High90));
        Assert.Equal(0.5, once.Share);
    }

    [Fact] // Beta(1.5, 1.5) is symmetric: its interval is too
    public void One_origin_each_way_gives_an_interval_around_one_half()
    {
        var balance = Case(Fall("o1"), Rise("o2")).Assess().Balance!;

        Assert.Equal(1, balance.Low90 + balance.High90, 1e-12);
        Assert.InRange(balance.Low50, balance.Low90, 0.5);
    }

    [Fact]
    public void An_origin_that_says_both_counts_in_parts()
    {
        var balance = Case(Fall("o1"), Fall("o2", when: "2016-04"), Rise("o3", "r-gazette", "2016-03")).Assess().Balance!;

        Assert.Equal(2.0 / 3, balance.Share, 1e-12);
        Assert.Equal(1, balance.Origins);
    }

    [Fact]
    public void Acts_context_and_conjecture_carry_no_step()
    {
        var assessment = Case(
            Fall("act") with { Kind = ObservationKind.Act },
            Fall("context") with { Kind = ObservationKind.Context },
            Fall("feared") with { Polarity = Polarity.Hypothetical },
            Fall("predicted") with { Polarity = Polarity.Forecast }).Assess();

        Assert.Null(assessment.Balance);
        Assert.Equal((1, 1, 2, 0), (assessment.Tally.Acts, assessment.Tally.Background, assessment.Tally.Conjectures, assessment.Tally.WithStep));
        Assert.Null(Assert.Single(assessment.Cells).Balance);
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing() =>
        Gen.Shuffle(Enumerable.Range(0, 12).ToArray()).Sample(order =>
        {
            Observation[] rows = [.. Enumerable.Range(0, 12).Select(i => (i % 3 == 0 ? Rise($"o{i:00}", i % 2 == 0 ? "r-echo" : "r-herald") : Fall($"o{i:00}", i % 2 == 0 ? "r-gazette" : "r-mirror")) with { When = Edtf.Parse($"2016-{i + 1:00}") })];
            var plain = Case(rows).Assess();
            var shuffled = Case([.. order.Select(i => rows[i])]).Assess();
            return plain.Observations.Select(o => o.Id).SequenceEqual(shuffled.Observations.Select(o => o.Id))
                && plain.Cells.Select(c => (c.Sector, c.Month, c.Balance)).SequenceEqual(shuffled.Cells.Select(c => (c.Sector, c.Month, c.Balance)))
                && plain.Balance == shuffled.Balance;
        }, iter: 50);

    [Theory]
    [InlineData("gazette > a friend", "gazette")]
    [InlineData("Gazette", "gazette")]
    [InlineData("echo > herald", "gazette-group")]
    [InlineData("a trader > gazette", "herald")]
    [InlineData(null, "herald")]
    public void A_chain_that_begins_with_a_source_of_the_case_has_that_sources_origin(string? chain, string origin)
    {
        var @case = Case(Fall("o1", "r-herald"));
        @case = @case with { Reports = [.. @case.Reports.Select(report => report.Id == "r-herald" ? report with { Chain = chain } : report)] };

        Assert.Equal(origin, Assert.Single(@case.Assess().Observations).Origin);
        Assert.Equal("coded", Assert.Single((@case with { Observations = [Fall("o1", "r-herald") with { Origin = "coded" }] }).Assess().Observations).Origin);
    }
}
