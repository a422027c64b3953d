using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class SeriesComparisonTests
{
    private static AssessedSeries Compared(params (string, double?)[] points) =>
        Assert.Single((Case() with { Measures = [Measure("m0", "2016-03-01", "trade"), Measure("m1", "2016-06-15", "markets")], Series = [Prices(points)] }).Assess().Series);

    [Fact]
    public void Medians_are_taken_on_both_sides_of_the_first_measure_aimed_at_the_sector()
    {
        var comparison = Compared(("2016-01", 10), ("2016-02", 14), ("2016-05", 12), ("2016-07", 30), ("2016-08", 20)).Comparison!;

        Assert.Equal((new DateOnly(2016, 6, 15), 3, 2), (comparison.Split, comparison.Before, comparison.After));
        Assert.Equal((12.0, 25.0), (comparison.MedianBefore, comparison.MedianAfter));
        Assert.Equal(100 * 13 / 12.0, comparison.ChangePercent!.Value, 1e-12);
        Assert.False(comparison.Flat);
    }

    [Fact]
    public void A_rate_in_percent_has_no_change_in_percent()
    {
        var growth = Prices(("2016-01", 1), ("2016-02", 2), ("2016-07", -3), ("2016-08", -4)) with { Unit = "percent a year", Pressure = -1 };

        var comparison = Assert.Single((Case() with { Measures = [Measure("m1", "2016-06-15", "markets")], Series = [growth] }).Assess().Series).Comparison!;

        Assert.Null(comparison.ChangePercent);
        Assert.Equal((1.5, -3.5), (comparison.MedianBefore, comparison.MedianAfter));
    }

    [Fact]
    public void A_value_whose_month_holds_the_dividing_day_is_on_neither_side() =>
        Assert.Equal((2, 2), (Compared(("2016-01", 1), ("2016-02", 2), ("2016-06", 99), ("2016-07", 1), ("2016-08", 2)).Comparison is { } c) ? (c.Before, c.After) : default);

    [Fact]
    public void With_fewer_than_two_values_on_a_side_nothing_is_compared() =>
        Assert.Null(Compared(("2016-01", 1), ("2016-02", null), ("2016-07", 1), ("2016-08", 2)).Comparison);

    [Fact]
    public void A_later_median_within_the_earlier_range_is_flat_and_speaks_against_pressure()
    {
        var assessment = (Case() with { Measures = [Measure("m1", "2016-06-15", "markets")], Series = [Prices(("2016-01", 10), ("2016-02", 14), ("2016-07", 13), ("2016-08", 13))] }).Assess();

        var point = Assert.Single(assessment.Against);
        Assert.Equal(("flat-series", 1, 1), (point.Kind, point.Count, point.Of));
        Assert.Equal(["bread"], point.Series);
    }

    [Fact]
    public void A_measure_that_began_before_the_period_divides_nothing() =>
        Assert.Null(Assert.Single((Case() with { Measures = [Measure("old", "2015-06-15", "markets")], Series = [Prices(("2015-01", 10), ("2015-02", 14), ("2016-07", 13), ("2016-08", 13))] }).Assess().Series).Comparison);

    [Fact]
    public void The_measures_a_series_names_divide_it_and_not_those_of_its_sector()
    {
        var prices = Prices(("2016-01", 10), ("2016-02", 14), ("2016-07", 13), ("2016-08", 13), ("2016-10", 20), ("2016-11", 22)) with { Measures = ["m2"] };

        var comparison = Assert.Single((Case() with { Measures = [Measure("m1", "2016-06-15", "markets"), Measure("m2", "2016-09-15", "trade")], Series = [prices] }).Assess().Series).Comparison!;

        Assert.Equal((new DateOnly(2016, 9, 15), 4, 2), (comparison.Split, comparison.Before, comparison.After));
    }

    [Fact] // output grows from year to year: its own past is no measure of it
    public void Of_a_panel_the_treated_member_is_shown_and_not_compared_with_its_own_past()
    {
        var own = Prices(("2016-01", 10), ("2016-02", 14), ("2016-07", 30), ("2016-08", 30)) with { Name = "bread.XR", Panel = "bread", Member = "XR", MemberName = "Ruritania", Treated = true };
        var other = own with { Name = "bread.XF", Member = "XF", MemberName = null, Treated = false, Role = SeriesRole.Control };

        var assessment = (Case() with { Measures = [Measure("m1", "2016-06-15", "markets")], Series = [other, own] }).Assess();

        var shown = Assert.Single(assessment.Series);
        Assert.Equal(("bread.XR", "bread", $"{own.Title}: Ruritania"), (shown.Name, shown.Panel, shown.Title));
        Assert.Null(shown.Comparison);
        Assert.Empty(assessment.Against);
    }
}
