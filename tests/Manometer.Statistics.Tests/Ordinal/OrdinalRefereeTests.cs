namespace Manometer.Statistics.Tests;

public class OrdinalRefereeTests
{
    private static readonly OrdinalSimulation Corpus = OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = 60, Months = 10, Start = 4, FamilySizes = [3], Targeted = 1, Sources = 3, DirectionOnly = 0.3 }, 11);

    [Fact]
    public void The_referee_follows_its_own_gradient() =>
        Assert.True(new OrdinalReferee(Corpus.Data, new()).GradientError(3) < 1e-6);

    // The long comparison, with bars of .05 sd and 3 %, is a command of the benchmarks; this one allows for the noise of a short chain.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_fit_agrees_with_a_sampler_that_shares_nothing_with_it(bool mixture)
    {
        var model = new OrdinalModel { Mixture = mixture, Drift = LeanDrift.None };
        var data = Corpus.Data with { BaselineMonths = 3 };
        var (means, sds, effective) = new OrdinalReferee(data, model).Sample(4_000, 1);
        var fit = OrdinalFit.Of(data, model);
        var (mean, largest, ratio, low, high) = OrdinalReferee.Compare(fit, means, sds);
        var found = $"mean {mean:F3}, largest {largest:F3}, sd ratio {ratio:F3} ({low:F3} to {high:F3}), effective draws {effective:F0}";
        Assert.True(mean < 0.12 && largest < 0.35 && ratio is > 0.93 and < 1.07, found);
        var at = data.Cells.Count * data.Months;
        Assert.InRange((fit.MeanEffect!.Posterior.Mean - means[at]) / sds[at], -0.15, 0.15);
        Assert.InRange(fit.MeanEffect.Posterior.Sd / sds[at], 0.92, 1.08);
    }
}
