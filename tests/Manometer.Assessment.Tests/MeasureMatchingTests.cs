using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class MeasureMatchingTests
{
    private static IReadOnlyList<MeasureMatch> Matches(Observation observation, params Measure[] measures) =>
        Assert.Single((Case(observation) with { Measures = measures }).Assess().Observations).Measures;

    [Fact]
    public void A_measure_in_force_that_aims_at_the_sector_is_near_with_its_lag_in_months()
    {
        var match = Assert.Single(Matches(Fall(when: "2016-05-01"), Measure("m", "2016-02-01", "trade")));

        Assert.Equal(("m", 3.0, false, false), (match.Measure, match.LagMonths, match.Stated, match.Broad)); // 90 days are 2.96 months
    }

    [Theory]
    [InlineData("2016-06-01", "trade")] // not yet in force
    [InlineData("2016-02-01", "mining-coal")] // another sector
    [InlineData("2013-01-01", "trade")] // longer ago than the longest lag, 24 months
    public void A_measure_out_of_time_or_sector_is_not_near(string effective, string sector) =>
        Assert.Empty(Matches(Fall(when: "2016-05-01"), Measure("m", effective, sector)));

    [Fact]
    public void A_measure_the_report_names_is_kept_whatever_its_sector_and_comes_first()
    {
        var matches = Matches(Fall(when: "2016-05-01") with { Measures = ["named"] }, Measure("near", "2016-04-01", "trade"), Measure("named", "2016-01-01", "mining-coal"));

        Assert.Equal([("named", true), ("near", false)], matches.Select(match => (match.Measure, match.Stated)));
    }

    [Fact]
    public void A_disputed_measure_is_matched_only_when_the_report_names_it()
    {
        var disputed = Measure("m", "2016-02-01", "trade") with { Status = MeasureStatus.Disputed };

        Assert.Empty(Matches(Fall(), disputed));
        Assert.Single(Matches(Fall() with { Measures = ["m"] }, disputed));
    }

    [Fact]
    public void A_measure_aimed_at_all_sectors_is_marked_broad() =>
        Assert.True(Assert.Single(Matches(Fall(), Measure("m", "2016-02-01", "all"))).Broad);

    [Fact]
    public void The_register_counts_what_reports_tie_to_a_measure_and_what_only_date_and_sector_do()
    {
        var said = Fall("o1") with { Measures = ["m"], Attribution = Attribution.Sanctions, Grade = AttributionGrade.Asserted };
        var denied = Fall("o2") with { Measures = ["m"], Attribution = Attribution.Sanctions, Grade = AttributionGrade.Denied };
        var other = Fall("o3") with { Attribution = Attribution.OtherCause, Grade = AttributionGrade.Asserted };

        var assessment = (Case(said, denied, other) with { Measures = [Measure("m", "2016-02-01", "trade")] }).Assess();
        var measure = Assert.Single(assessment.Measures);

        Assert.Equal((2, 1), (measure.Stated, measure.Near));
        Assert.Equal((1, 1, 0), (measure.Attribution.Asserted, measure.Attribution.Denied, measure.Attribution.OtherCause));
        Assert.Equal(["asserted", "denied", "other-cause"], assessment.Observations.Select(o => o.Attribution));
    }

    [Fact]
    public void Several_caps_hold_together_and_the_lower_binds()
    {
        var measure = Measure("m", "2016-02-01", "trade") with { Caps = [new Cap { Value = 400870018, Unit = "USD", Period = "2017" }, new Cap { Value = 7500000, Unit = "tonnes", Period = "2017" }] };

        Assert.Equal("400,870,018 USD (2017) or 7,500,000 tonnes (2017), whichever is lower", Assert.Single((Case() with { Measures = [measure] }).Assess().Measures).Cap);
    }
}
