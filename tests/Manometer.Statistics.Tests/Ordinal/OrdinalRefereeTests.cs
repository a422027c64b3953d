using System.Globalization;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

public class OrdinalRefereeTests
{
    private static readonly OrdinalSimulation Small = OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = 60, Months = 10, Start = 4, FamilySizes = [3], Targeted = 1, Sources = 3, DirectionOnly = 0.3 }, 11);

    [Fact]
    public void The_referee_follows_its_own_gradient() =>
        Assert.True(new OrdinalReferee(Small.Data, new()).GradientError(3) < 1e-6);

    // A long chain, stored; 300 reports, the reliability mixture on. The bars are those of the method.
    [Fact]
    public void The_fit_agrees_with_a_long_chain_of_a_sampler_that_shares_nothing_with_it()
    {
        var rows = File.ReadAllLines(Repository.Path("tests", "Manometer.Statistics.Tests", "Ordinal", "referee-300.csv")).Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).ToArray();
        double[] means = [.. rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture))];
        double[] sds = [.. rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))];
        var data = OrdinalReferee.Corpus(300);
        var fit = OrdinalFit.Of(data, OrdinalReferee.Full);
        var (mean, largest, ratio, low, high) = OrdinalReferee.Compare(fit, means, sds);
        var found = $"mean {mean:F3}, largest {largest:F3}, sd ratio {ratio:F3} ({low:F3} to {high:F3})";
        Assert.True(mean < 0.05 && largest < 0.2 && ratio is > 0.97 and < 1.03 && low > 0.9 && high < 1.1, found);
        var at = data.Cells.Count * data.Months;
        Assert.InRange((fit.MeanEffect!.Posterior.Mean - means[at]) / sds[at], -0.1, 0.1);
        for (var k = 0; k < data.Sources.Count; k++)
            Assert.InRange((fit.Reliabilities[k].Mean - means[at + 5 + k]) / sds[at + 5 + k], -0.3, 0.3);
    }

    // A short chain where every report counts: allows for its noise.
    [Fact]
    public void The_fit_agrees_with_a_short_chain_without_the_mixture()
    {
        var model = new OrdinalModel { Mixture = false, Drift = LeanDrift.None };
        var data = Small.Data with { BaselineMonths = 3 };
        var (means, sds, effective) = new OrdinalReferee(data, model).Sample(1_500, 1);
        var fit = OrdinalFit.Of(data, model);
        var (mean, largest, ratio, low, high) = OrdinalReferee.Compare(fit, means, sds);
        Assert.True(mean < 0.15 && largest < 0.4 && ratio is > 0.85 and < 1.1, $"mean {mean:F3}, largest {largest:F3}, sd ratio {ratio:F3} ({low:F3} to {high:F3}), effective draws {effective:F0}");
    }
}
