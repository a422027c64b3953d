namespace Manometer.Statistics.Tests;

public class RobustnessTests
{
    [Fact]
    public void Leaving_a_donor_out_is_a_fit_without_it()
    {
        var question = SynthData.CaliforniaQuestion().WithoutPlacebos();
        var result = question.Fit();

        Assert.Equal(result.Weights.Select(one => one.Unit), result.LeaveOneOut.Select(one => one.Unit));
        foreach (var left in result.LeaveOneOut)
        {
            var without = question.Without(left.Unit).Fit();
            Assert.Equal(without.Att, left.MeanGap, 1e-9);
            Assert.Equal(without.PreRmspe, left.PreRmspe, 1e-9);
        }
    }

    [Fact]
    public void A_placebo_is_the_same_question_about_a_donor_without_the_treated_unit()
    {
        var placebo = SynthData.CaliforniaQuestion().Fit().Placebo!;

        foreach (var unit in placebo.Units.Where((_, i) => i % 7 == 0))
        {
            var alone = SyntheticControl.Of(SynthData.California()).Treated(unit.Unit).From(1989).Without("California").WithoutPlacebos().Fit();
            Assert.Equal(alone.Att, unit.MeanGap, 1e-9);
            Assert.Equal(alone.PreRmspe, unit.PreRmspe, 1e-9);
        }
    }

    [Fact]
    public void False_dates_lie_as_far_back_as_the_effect_is_long_and_give_no_effect_where_there_is_none()
    {
        var question = SynthData.CaliforniaQuestion().Until(1994);
        var test = question.InTimePlacebos();

        Assert.Equal([1983, 1982, 1981, 1980], test.Dates.Select(date => date.From)); // 6 to 9 years before 1989, of 19
        Assert.All(test.Dates, date => Assert.Equal(6, date.Path.Count(point => point.IsPost)));
        Assert.All(test.Dates, date => Assert.True(date.Path[^1].Time < 1989));
        Assert.Equal(new PlaceboRank(1, 5), test.Ranks!.Value.Down);
        var early = SyntheticControl.Of(SynthData.California()).Treated("California").From(1982).Until(1987).WithoutPlacebos().Fit();
        Assert.Equal(early.Att, test.Dates[1].MeanGap, 1e-9);
        Assert.Empty(SynthData.CaliforniaQuestion().InTimePlacebos().Dates); // 12 years after, half of 19 before
    }

    [Theory]
    [InlineData(ConformalScheme.CyclicShifts)]
    [InlineData(ConformalScheme.Permutations)]
    public void The_conformal_interval_holds_the_effects_that_are_not_rejected(ConformalScheme scheme)
    {
        var (panel, _) = Simulated(11, 12, 30, 6, effect: -4);
        var question = SyntheticControl.Of(panel).Treated("u0").From(30);
        var interval = question.Interval(0.1, scheme);

        Assert.InRange(-4, interval.Lower!.Value, interval.Upper!.Value);
        Assert.True(interval.P <= 0.1);
        Assert.InRange(interval.Estimate, interval.Lower.Value, interval.Upper.Value);
        // p at the ends, by subtracting the effect from the data and asking about none
        Assert.True(Shifted(panel, interval.Lower.Value + 1e-3).Interval(0.1, scheme).P > 0.1);
        Assert.True(Shifted(panel, interval.Lower.Value - 1e-3).Interval(0.1, scheme).P <= 0.1);
        Assert.True(Shifted(panel, interval.Upper.Value - 1e-3).Interval(0.1, scheme).P > 0.1);
        Assert.True(Shifted(panel, interval.Upper.Value + 1e-3).Interval(0.1, scheme).P <= 0.1);
    }

    [Fact]
    public void Where_one_in_T_is_more_than_alpha_no_end_is_given()
    {
        var interval = SynthData.CaliforniaQuestion().Until(1989).Since(1975).Interval(); // 15 rows

        Assert.Equal(1.0 / 15, interval.SmallestP, 1e-12);
        Assert.Null(interval.Lower);
        Assert.Null(interval.Upper);
    }

    [Fact]
    public void Pointwise_intervals_stand_at_each_time_after_the_treatment()
    {
        var (panel, _) = Simulated(5, 10, 40, 3, effect: 5);
        var intervals = SyntheticControl.Of(panel).Treated("u0").From(40).PointwiseIntervals(0.1);

        Assert.Equal([40, 41, 42], intervals.Select(one => one.From));
        Assert.All(intervals, one => Assert.InRange(one.Estimate, one.Lower!.Value, one.Upper!.Value));
    }

    [Fact]
    public void Ninety_per_cent_intervals_hold_the_true_effect_about_nine_times_in_ten()
    {
        var held = 0;
        const int runs = 60;
        for (var run = 0; run < runs; run++)
        {
            var (panel, _) = Simulated((ulong)(1000 + run), 8, 36, 4, effect: 2);
            var interval = SyntheticControl.Of(panel).Treated("u0").From(36).Interval(0.1);
            held += 2 >= interval.Lower && 2 <= interval.Upper ? 1 : 0;
        }

        Assert.InRange(held / (double)runs, 0.8, 0.98); // 0.9 within 2.6 standard errors
    }

    [Fact]
    public void The_same_question_gives_the_same_bits()
    {
        static string Bits() => string.Join(' ', SynthData.CaliforniaQuestion().By(SynthMethod.Ridge).Fit().Path.Select(point => BitConverter.DoubleToInt64Bits(point.Gap)))
            + SynthData.CaliforniaQuestion().Interval(scheme: ConformalScheme.Permutations);

        Assert.Equal(Bits(), Bits());
    }

    private static SyntheticControl Shifted(Panel panel, double effect) => SyntheticControl.Of(panel.Map((unit, time, value) => unit == "u0" && time >= 30 ? value - effect : value)).Treated("u0").From(30);

    /// <summary>A treated unit that is a true mix of three donors plus noise; the truth is returned beside the data.</summary>
    internal static (Panel Panel, double[] Weights) Simulated(ulong seed, int donors, int pre, int post, double effect)
    {
        var random = new Xoshiro256(seed);
        double[] weights = [.5, .3, .2, .. new double[donors - 3]];
        var rows = new List<PanelRow>();
        var level = new double[donors];
        for (var t = 0; t < pre + post; t++)
        {
            var mix = 0.0;
            for (var j = 0; j < donors; j++)
            {
                level[j] += random.NextNormal();
                mix += weights[j] * level[j];
                rows.Add(new PanelRow($"u{j + 1}", t, level[j]));
            }

            rows.Add(new PanelRow("u0", t, mix + 0.5 * random.NextNormal() + (t >= pre ? effect : 0)));
        }

        return (Panel.Of(rows), weights);
    }
}
