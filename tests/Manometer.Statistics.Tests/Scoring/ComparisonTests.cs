namespace Manometer.Statistics.Tests;

public sealed class ComparisonTests
{
    [Fact]
    public void Three_differences_of_one_sign_prove_little() => Assert.Equal(0.25, PredictiveComparison.Of([0.1, 0.3, 0.2]).PValue, 1e-12); // 2 of 8 patterns

    [Fact]
    public void Sign_flips_hold_their_size_and_so_does_the_test_of_many()
    {
        foreach (var count in new[] { 8, 40 })
        {
            var random = new Xoshiro256(2);
            var rejected = 0;
            for (var round = 0; round < 2000; round++)
                if (PredictiveComparison.Of([.. Enumerable.Range(0, count).Select(_ => random.NextNormal())]).PValue <= 0.05)
                    rejected++;
            Assert.InRange(rejected / 2000.0, 0.035, 0.065);
        }
    }

    [Fact]
    public void Overlapping_forecasts_need_the_window()
    {
        // moving averages of four: with lag 3 the size is near 5 %, without it far above
        int with = 0, without = 0;
        var random = new Xoshiro256(4);
        for (var round = 0; round < 1000; round++)
        {
            double[] noise = [.. Enumerable.Range(0, 203).Select(_ => random.NextNormal())], averages = [.. Enumerable.Range(0, 200).Select(i => noise[i..(i + 4)].Sum())];
            with += PredictiveComparison.Of(averages, 4).PValue <= 0.05 ? 1 : 0;
            without += PredictiveComparison.Of(averages).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(with, 40, 180); // a Bartlett window of lag 3 halves what it should add: known to be liberal
        Assert.True(without > 250);
    }

    [Fact]
    public void Three_lucky_calls_do_not_lead()
    {
        // METHODS 8.5: tau .1, s .3
        var lucky = ShrunkenMean.Of(0.30, 3, 0.1, 0.3);
        var steady = ShrunkenMean.Of(0.15, 20, 0.1, 0.3);
        Assert.Equal(0.0750, lucky.Posterior, 5e-5);
        Assert.Equal(0.0866, lucky.Deviation, 5e-5);
        Assert.Equal(-0.0360, lucky.LowerBound, 5e-5);
        Assert.Equal(0.1034, steady.Posterior, 5e-5);
        Assert.Equal(0.0557, steady.Deviation, 5e-5);
        Assert.Equal(0.0321, steady.LowerBound, 5e-5);
        Assert.True(steady.LowerBound > lucky.LowerBound);
    }

    [Fact]
    public void Spread_between_and_within_is_recovered()
    {
        double between = 0, within = 0;
        const int Rounds = 30;
        for (ulong seed = 1; seed <= Rounds; seed++)
        {
            var random = new Xoshiro256(seed);
            var (entrants, clusters, values) = (new List<int>(), new List<int>(), new List<double>());
            for (var i = 0; i < 60; i++)
            {
                var mean = 0.1 * random.NextNormal();
                for (var k = 0; k < 5 + random.NextInt(20); k++)
                {
                    entrants.Add(i);
                    clusters.Add(k);
                    values.Add(mean + 0.3 * random.NextNormal());
                }
            }

            var fit = Shrinkage.Fit([.. entrants], [.. clusters], [.. values]);
            between += fit.Between / Rounds;
            within += fit.Within / Rounds;
        }

        Assert.InRange(between, 0.09, 0.11);
        Assert.InRange(within, 0.295, 0.305);
    }

    [Fact]
    public void Ten_claims_about_one_happening_count_as_one()
    {
        var fit = Shrinkage.Fit([0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 1], [0.3, 0.3, 0.3, 0.3, 0.1, -0.1]);
        Assert.Equal(1, fit.Entrants[0].EffectiveCount);
        Assert.Equal(2, fit.Entrants[1].EffectiveCount);
    }

    [Fact]
    public void Chance_and_skill_of_single_calls_cannot_be_told_apart()
    {
        var fit = Shrinkage.Fit([0, 1, 2, 3], [0, 1, 2, 3], [0.4, -0.4, 0.4, -0.4]);
        Assert.False(fit.Identified);
        Assert.Equal(Math.Sqrt(0.08), fit.Between, 1e-12);
        Assert.Equal(Math.Sqrt(0.08), fit.Within, 1e-12);
        Assert.Equal(0.2, fit.Entrants[0].Posterior, 1e-12);
    }

    [Fact]
    public void A_board_of_equals_is_not_called_certain()
    {
        var fit = Shrinkage.Fit([0, 1, 2], [0, 1, 2], [0, 0, 0]);
        Assert.Equal(0.02, fit.Between);
        Assert.Equal(0.02, fit.Within);
    }
}
