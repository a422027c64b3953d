namespace Manometer.Statistics.Tests;

public class InterruptedSeriesTests
{
    [Fact]
    public void A_large_step_in_a_calm_series_is_found_with_its_size()
    {
        var random = new Xoshiro256(1);
        var points = Simulated.Series(random, Simulated.Dates(random, 40, 48), level: 0.02, noise: 0.1, effect: -1, from: 25);

        var effect = InterruptedSeries.Of(points).With(new Intervention(25)).Fit().Effects[0];

        Assert.InRange(effect.Mean, -1.15, -0.85);
        Assert.True(effect.Lower < -1 + 0.2 && effect.Upper > -1 - 0.2 && effect.Upper < 0);
        Assert.True(effect.ProbabilityBelowZero > 0.999);
        Assert.True(effect.HasNews);
        Assert.Equal(points.Count(one => one.Time < 25), effect.PointsBefore);
    }

    [Fact]
    public void Nothing_happened_is_a_result_with_a_bound()
    {
        var random = new Xoshiro256(22);
        var points = Simulated.Series(random, Simulated.Dates(random, 40, 48), level: 0.01, noise: 0.05, effect: 0, from: 25);

        var effect = InterruptedSeries.Of(points).With(new Intervention(25)).Fit().Effects[0];

        Assert.True(effect.Lower < 0 && effect.Upper > 0);
        Assert.InRange(effect.EquivalenceBound, 0.5 * effect.Sd, 0.2);
    }

    [Fact]
    public void Far_from_data_the_posterior_is_the_prior_and_says_so()
    {
        // three points before, and two after a gap of five years in which the level may have gone anywhere
        var effect = InterruptedSeries.Of(Points((0, 1), (1, 1.2), (2, 0.9), (62, 2), (63, 2.1))).WithModel(new InterruptedModel { LevelGuess = 3 }).With(new Intervention(30)).Fit().Effects[0];

        Assert.False(effect.HasNews);
    }

    [Fact]
    public void A_place_that_is_dearer_is_no_effect()
    {
        var random = new Xoshiro256(3);
        var dates = Simulated.Dates(random, 50, 48);
        // early points mostly from the cheap place, late ones mostly from the dear one
        var points = dates.Select((date, i) => new TimedValue(date, (i % 5 < (i < 25 ? 1 : 4) ? 1.0 : 0) + 0.05 * random.NextNormal()) { Place = i % 5 < (i < 25 ? 1 : 4) ? 7 : 3 }).ToArray();

        var apart = InterruptedSeries.Of(points).With(new Intervention(dates[25])).Fit();
        var blind = InterruptedSeries.Of(points.Select(one => one with { Place = 0 })).With(new Intervention(dates[25])).Fit();

        Assert.Equal(2, apart.Places);
        Assert.InRange(apart.Effects[0].Mean, -0.15, 0.15);
        Assert.True(blind.Effects[0].Mean > 0.3);
    }

    [Fact]
    public void Names_of_places_and_the_order_of_points_do_not_matter()
    {
        var random = new Xoshiro256(4);
        var points = Simulated.Series(random, Simulated.Dates(random, 30, 40), 0.1, 0.3, 1, 20, places: 3);
        int[] other = [11, 4, 8];

        var one = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
        var two = InterruptedSeries.Of(points.Reverse().Select(point => point with { Place = other[point.Place] })).With(new Intervention(20)).Fit().Effects[0];

        Assert.Equal(one.Mean, two.Mean, 1e-9);
        Assert.Equal(one.Sd, two.Sd, 1e-9);
    }

    [Fact]
    public void Two_runs_give_the_same_bits()
    {
        var points = Simulated.Series(new Xoshiro256(5), Simulated.Dates(new Xoshiro256(6), 30, 40), 0.1, 0.3, 1, 20);

        Assert.Equal(InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0], InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0]);
    }

    [Theory]
    [InlineData(1e-12, 0)]
    [InlineData(1e12, 0)]
    [InlineData(1, 1e6)]
    public void Scale_and_offset_go_through(double scale, double offset)
    {
        var points = Simulated.Series(new Xoshiro256(7), Simulated.Dates(new Xoshiro256(8), 30, 40), 0.1, 0.3, 1, 20);

        var plain = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
        var moved = InterruptedSeries.Of(points.Select(one => one with { Value = one.Value * scale + offset })).With(new Intervention(20)).Fit().Effects[0];

        Assert.Equal(plain.Mean, moved.Mean / scale, 1e-7);
        Assert.Equal(plain.Upper, moved.Upper / scale, 1e-7);
    }

    [Fact]
    public void A_mean_of_four_readings_counts_as_four_readings()
    {
        var random = new Xoshiro256(9);
        var dates = Simulated.Dates(random, 12, 30);
        var readings = dates.SelectMany(date => Enumerable.Range(0, 4).Select(_ => new TimedValue(date, random.NextNormal() + (date > 15 ? 1 : 0)))).ToArray();
        var means = readings.GroupBy(one => one.Time).Select(group => new TimedValue(group.Key, group.Average(one => one.Value)) { Count = 4 }).ToArray();
        // with the noise held firmly the two say the same of the effect
        var scaleAll = Sd(readings);
        var scaleMeans = Sd(means);
        var model = new InterruptedModel { NoiseDf = 1e7, LevelDf = 1e7 };

        var all = InterruptedSeries.Of(readings).WithModel(model with { NoiseGuess = 1 / scaleAll, LevelGuess = 0.1 / scaleAll, StartVariance = 1e6 }).With(new Intervention(15)).Fit().Effects[0];
        var pooled = InterruptedSeries.Of(means).WithModel(model with { NoiseGuess = 1 / scaleMeans, LevelGuess = 0.1 / scaleMeans, StartVariance = 1e6 }).With(new Intervention(15)).Fit().Effects[0];

        Assert.Equal(all.Mean, pooled.Mean, 2e-3);
        Assert.Equal(all.Sd, pooled.Sd, 2e-3);
    }

    [Fact]
    public void A_stated_range_widens_the_interval()
    {
        var points = Simulated.Series(new Xoshiro256(10), Simulated.Dates(new Xoshiro256(11), 30, 40), 0.05, 0.1, 1, 20);

        var plain = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
        var vague = InterruptedSeries.Of(points.Select(one => one with { Range = 3 })).With(new Intervention(20)).Fit().Effects[0];

        Assert.True(vague.Sd > 1.2 * plain.Sd);
    }

    [Fact]
    public void The_lag_kernel_has_its_published_values()
    {
        var lag = Onset.Lagged(12);

        Assert.Equal([.090204, .264241, .593994, .908422, .982649], new[] { 3.0, 6, 12, 24, 36 }.Select(months => Math.Round(lag.At(months), 6)));
        Assert.Equal(0, lag.At(-1));
        Assert.Equal(1, Onset.Step.At(0));
        Assert.Equal(lag.At(30) * Math.Exp(-18.0 / 24), Onset.Lagged(12, 24).At(30), 1e-15);
    }

    [Fact]
    public void Placebo_dates_keep_their_distance_and_their_points()
    {
        var points = Simulated.Series(new Xoshiro256(12), Simulated.Dates(new Xoshiro256(13), 40, 48), 0.1, 0.2, 2, 25);
        var series = InterruptedSeries.Of(points).With(new Intervention(25));

        var test = series.Placebos();

        Assert.All(test.Dates, date => Assert.True(Math.Abs(date - 25) > 3 && points.Count(one => one.Time < date) >= 6 && points.Count(one => one.Time > date) >= 4));
        Assert.Equal(test.Dates.Count, test.Statistics.Count);
        for (var i = 1; i < test.Spaced.Count; i++)
            Assert.True(test.Dates[test.Spaced[i]] - test.Dates[test.Spaced[i - 1]] > 3);
        Assert.Equal(1.0 / (1 + test.Spaced.Count), test.SmallestP);
        Assert.Equal(0, test.AsLarge); // so large a step is found nowhere else
        Assert.Equal(test.SmallestP, test.P);
        Assert.False(test.IsPossibleAt(0.05)); // 48 months have no 19 dates 3 months apart
    }

    [Fact]
    public void With_few_dates_no_five_percent_test_is_possible()
    {
        var test = InterruptedSeries.Of(Points(Enumerable.Range(0, 16).Select(i => ((double)i, i % 3 + (i >= 8 ? 5.0 : 0))).ToArray())).With(new Intervention(8)).Placebos();

        Assert.False(test.IsPossibleAt(0.05));
        Assert.True(test.P >= test.SmallestP);
    }

    [Fact] // truth drawn from the prior: the interval holds it as often as it says; 4,000 sets in bench
    public void Intervals_hold_an_effect_drawn_from_the_prior()
    {
        var random = new Xoshiro256(2027);
        var covered = 0;
        const int Sets = 150;
        for (var set = 0; set < Sets; set++)
        {
            var (points, effect) = FromPrior(random, 30);
            var found = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
            covered += found.Lower <= effect && effect <= found.Upper ? 1 : 0;
        }

        Assert.InRange(covered / (double)Sets, 0.90, 0.99);
    }

    [Fact] // under no effect, with a wandering level, at 10 %; more in bench
    public void The_placebo_test_rejects_what_is_true_about_as_often_as_it_says()
    {
        var random = new Xoshiro256(2028);
        var rejected = 0;
        const int Sets = 60;
        for (var set = 0; set < Sets; set++)
        {
            var dates = Simulated.Dates(random, 32, 96);
            var points = Simulated.Series(random, dates, 0.1, 0.3, 0, 24);
            var test = InterruptedSeries.Of(points).With(new Intervention(dates[15] + 0.5 * (dates[16] - dates[15]))).Placebos();
            rejected += test.P <= 0.1 ? 1 : 0;
        }

        Assert.True(rejected <= 12, $"{rejected} of {Sets}");
    }

    [Theory]
    [InlineData(LevelProcess.Wiener)]
    [InlineData(LevelProcess.OrnsteinUhlenbeck)]
    public void Both_kinds_of_level_find_a_step(LevelProcess level)
    {
        var points = Simulated.Series(new Xoshiro256(14), Simulated.Dates(new Xoshiro256(15), 40, 48), 0.05, 0.2, 1.5, 25);

        var effect = InterruptedSeries.Of(points).WithModel(new InterruptedModel { Level = level }).With(new Intervention(25)).Fit().Effects[0];

        Assert.InRange(effect.Mean, 1, 2);
    }

    [Fact]
    public void A_lively_prior_leaves_more_doubt_than_a_calm_one()
    {
        var points = Simulated.Series(new Xoshiro256(16), Simulated.Dates(new Xoshiro256(17), 25, 48), 0.001, 0.2, 0.5, 25);

        var rows = InterruptedSeries.Of(points).With(new Intervention(25)).Sensitivity();

        Assert.Equal([0.01, 0.1, 0.3], rows.Select(row => row.LevelGuess));
        Assert.True(rows[0].Effect.Sd < rows[2].Effect.Sd);
    }

    [Fact]
    public void The_evidence_prefers_the_date_at_which_the_step_was()
    {
        var points = Simulated.Series(new Xoshiro256(18), Simulated.Dates(new Xoshiro256(19), 40, 48), 0.02, 0.2, 1.5, 25);
        var series = InterruptedSeries.Of(points);

        Assert.True(series.With(new Intervention(25)).Fit().LogEvidence > series.With(new Intervention(12)).Fit().LogEvidence + 5);
    }

    [Fact]
    public void The_counterfactual_goes_on_where_the_series_left_off()
    {
        var points = Simulated.Series(new Xoshiro256(23), Simulated.Dates(new Xoshiro256(24), 40, 48), level: 0.02, noise: 0.1, effect: -2, from: 25);
        var series = InterruptedSeries.Of(points).With(new Intervention(25));

        var drawn = series.Counterfactual(10, 24, 26, 40);

        var before = points.Where(one => one.Time is > 15 and < 25).Average(one => one.Value);
        Assert.All(drawn, one => Assert.True(one.Lower < one.Mean && one.Mean < one.Upper));
        Assert.InRange(drawn[2].Mean, before - 0.3, before + 0.3);
        Assert.True(drawn[3].Upper - drawn[3].Lower > drawn[0].Upper - drawn[0].Lower);
        // effect and counterfactual add up to what was observed
        var after = points.Where(one => one.Time is > 35 and < 45).Average(one => one.Value);
        Assert.Equal(after, drawn[3].Mean + series.Fit().Effects[0].Mean, 0.2);
    }

    [Fact] // the level at one time is a regression on all readings: mean by the joint normal, at fixed variances
    public void At_firm_variances_the_counterfactual_is_that_of_the_joint_normal()
    {
        var points = Points((0, 1), (2, 2.5), (3, 0), (7, 4), (8, 5), (11, 4));
        var scale = Sd([.. points]);
        var model = new InterruptedModel { NoiseDf = 1e9, LevelDf = 1e9, NoiseGuess = 0.5, LevelGuess = 0.2, StartVariance = 3 };

        var drawn = InterruptedSeries.Of(points).WithModel(model).With(new Intervention(7)).Counterfactual(5);

        double Shared(double a, double b) => 3 + 0.04 * Math.Min(a, b);
        var n = points.Length;
        var v = new double[n, n + 2];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
                v[i, k] = Shared(points[i].Time, points[k].Time) + (points[i].Time >= 7 && points[k].Time >= 7 ? 2.5 : 0) + (i == k ? 0.25 : 0);
            (v[i, n], v[i, n + 1]) = ((points[i].Value - 1) / scale, Shared(points[i].Time, 5));
        }

        for (var i = 0; i < n; i++)
            for (var k = 0; k < n; k++)
                if (k != i)
                    for (var j = n + 1; j >= i; j--)
                        v[k, j] -= v[k, i] / v[i, i] * v[i, j];
        var (mean, variance) = (0.0, Shared(5, 5));
        for (var i = 0; i < n; i++)
            (mean, variance) = (mean + Shared(points[i].Time, 5) * v[i, n] / v[i, i], variance - Shared(points[i].Time, 5) * v[i, n + 1] / v[i, i]);
        Assert.Equal(1 + scale * mean, drawn[0].Mean, 1e-4);
        Assert.Equal(1 + scale * (mean + 1.959963985 * Math.Sqrt(variance)), drawn[0].Upper, 1e-4);
    }

    [Fact]
    public void A_family_shares_its_false_dates_and_pays_for_its_size()
    {
        var random = new Xoshiro256(20);
        InterruptedSeries[] series =
        [
            .. new[] { 0.0, 0, 1.2, 0 }.Select(effect => InterruptedSeries.Of(Simulated.Series(random, Simulated.Dates(random, 36, 60), 0.05, 0.2, effect, 30)).With(new Intervention(30))),
        ];

        var family = FamilyTest.Of(series);

        Assert.All(family.Placebos, row => Assert.Equal(4, row.Length));
        for (var j = 0; j < 4; j++)
            Assert.True(family.AdjustedP[j] >= family.P[j]);
        Assert.Equal(family.SmallestP, family.AdjustedP[2]);
        Assert.True(family.AdjustedP[0] > family.SmallestP);
    }

    public static TheoryData<InterruptedFault, TimedValue[], Intervention[]> Refused() => new()
    {
        { InterruptedFault.Constant, Points((0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)), [new(3)] },
        { InterruptedFault.NotFinite, Points((0, 1), (1, double.NaN), (2, 1)), [new(1)] },
        { InterruptedFault.NotFinite, Points((0, 1), (double.PositiveInfinity, 2), (2, 1)), [new(1)] },
        { InterruptedFault.NotFinite, Points((0, 1), (1, 2), (2, 1), (3, 1), (4, 1)), [new(double.NaN)] },
        { InterruptedFault.TooFew, Points((0, 1), (1, 2), (2, 1), (3, 1), (4, 3)), [new(1)] },
        { InterruptedFault.TooFew, Points((0, 1), (1, 2), (2, 1), (3, 1), (4, 3)), [new(90)] },
        { InterruptedFault.TooFew, Points((0, 1)), [new(0)] },
        { InterruptedFault.Interventions, Points((0, 1), (1, 2), (2, 1), (3, 1), (4, 3)), [] },
        { InterruptedFault.Interventions, Points((0, 1), (1, 2), (2, 1), (3, 1), (4, 3)), [new(3), new(3)] },
        { InterruptedFault.Scale, Points((0, 1e300), (1, -1e300), (2, 1), (3, 1), (4, 3)), [new(3)] },
        { InterruptedFault.TooMany, Points([.. Enumerable.Range(0, 2001).Select(i => ((double)i, (double)(i % 3)))]), [new(3)] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_fitted_is_refused_with_a_code(InterruptedFault fault, TimedValue[] points, Intervention[] interventions) =>
        Assert.Equal(fault, Assert.Throws<InterruptedException>(() => InterruptedSeries.Of(points).With(interventions).Fit()).Fault);

    [Fact]
    public void Two_thousand_points_end()
    {
        var random = new Xoshiro256(21);
        var points = Simulated.Series(random, Simulated.Dates(random, 2000, 240), 0.1, 0.5, 1, 120);

        Assert.InRange(InterruptedSeries.Of(points).With(new Intervention(120)).Fit().Effects[0].Mean, 0.3, 1.7);
    }

    private static (TimedValue[] Points, double Effect) FromPrior(Xoshiro256 random, int n)
    {
        // the model's scale is the sd of the values, which the draw cannot know: it is drawn for scale 1 and kept where the sample agrees within a tenth
        while (true)
        {
            var s2 = Simulated.Variance(random, 0.5, 4);
            var level = Math.Sqrt(Simulated.Variance(random, 0.1, 4));
            var effect = Math.Sqrt(10 * s2) * random.NextNormal();
            var points = Simulated.Series(random, Simulated.Dates(random, n, 40), level, Math.Sqrt(s2), effect, 20);
            if (Sd(points) is > 0.9 and < 1.1 && points.Count(one => one.Time < 20) >= 6 && points.Count(one => one.Time >= 20) >= 4)
                return (points, effect);
        }
    }

    private static double Sd(TimedValue[] points)
    {
        var mean = points.Average(one => one.Value);
        return Math.Sqrt(points.Sum(one => (one.Value - mean) * (one.Value - mean)) / (points.Length - 1));
    }

    private static TimedValue[] Points(params (double Time, double Value)[] points) => [.. points.Select(one => new TimedValue(one.Time, one.Value))];
}
