namespace Manometer.Statistics.Tests;

/// <summary>A small version of the gate in bench (synth-gate); the table of 2,000 panels a row stands in bench/results/synth.md.</summary>
public class PlaceboSizeTests
{
    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, .5)]
    [InlineData(10, 0)]
    [InlineData(10, .5)]
    public void Without_an_effect_the_headline_rank_is_in_the_first_twentieth_at_most_about_one_time_in_twenty(int pre, double rho)
    {
        const int runs = 200;
        var (headline, naive) = (0, 0);
        var random = new Xoshiro256((ulong)pre + (ulong)(10 * rho));
        for (var run = 0; run < runs; run++)
        {
            var result = SyntheticControl.Of(Null(random, 19, pre, 5, rho)).Treated("u0").From(pre).Fit();
            headline += result.Placebo!.SimilarGap.Either.P <= 0.05 ? 1 : 0;
            naive += Math.Abs(result.Att) > 1.96 * result.PreRmspe / Math.Sqrt(5) ? 1 : 0;
        }

        Assert.True(headline <= 0.06 * runs + 3 * Math.Sqrt(0.06 * 0.94 * runs), $"{headline} of {runs}");
        Assert.True(naive > 0.2 * runs); // what the ranks are there to prevent
    }

    [Fact]
    public void A_treated_unit_much_noisier_than_its_donors_is_warned_of()
    {
        var random = new Xoshiro256(3);
        var result = SyntheticControl.Of(Null(random, 19, 20, 5, 0).Map((unit, _, value) => unit == "u0" ? 3 * value : value)).Treated("u0").From(20).Fit();

        Assert.Contains(result.Flags, flag => flag.Code == "NOISIER_THAN_DONORS");
    }

    private static Panel Null(Xoshiro256 random, int donors, int pre, int post, double rho)
    {
        var rows = new List<PanelRow>();
        for (var i = 0; i <= donors; i++)
            for (var (t, value) = (0, 0.0); t < pre + post; t++)
            {
                value = rho * value + random.NextNormal() * (t == 0 ? 1 / Math.Sqrt(1 - rho * rho) : 1);
                rows.Add(new PanelRow($"u{i}", t, value));
            }

        return Panel.Of(rows);
    }
}
