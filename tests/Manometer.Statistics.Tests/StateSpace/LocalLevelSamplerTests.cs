using System.Globalization;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

public class LocalLevelSamplerTests
{
    [Fact] // design/METHODS.md 1.11: smoothed level of 1871 on the Nile, exact diffuse start
    public void Draws_have_the_mean_and_variance_of_the_smoother()
    {
        double[] flow = [.. File.ReadAllLines(Repository.Reference("data", "impact", "nile.csv"))[1..].Select(line => double.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))];
        const int draws = 40_000;
        var levels = new double[flow.Length * draws];
        new LocalLevelSampler(7).Draw(flow, 15099, 1469.1, draws, levels);

        var first = levels.AsSpan(0, draws).ToArray();
        var last = levels.AsSpan((flow.Length - 1) * draws).ToArray();
        var (sd, lastSd) = (Math.Sqrt(4032.15794181), Math.Sqrt(4032.15794181)); // the filter's variance at the last row is the smoother's at the first, read backwards
        Assert.Equal(1111.66831913, first.Average(), 4 * sd / Math.Sqrt(draws));
        Assert.Equal(1, Variance(first) / (sd * sd), 4 * Math.Sqrt(2.0 / draws));
        Assert.Equal(798.370292608, last.Average(), 4 * lastSd / Math.Sqrt(draws));
        Assert.Equal(1, Variance(last) / (lastSd * lastSd), 4 * Math.Sqrt(2.0 / draws));
    }

    [Fact]
    public void Normals_have_the_moments_and_tails_of_the_normal()
    {
        const int draws = 1_000_000;
        var values = new double[draws];
        new LocalLevelSampler(3).Draw([0], 1, 1, draws, values);

        Assert.Equal(0, values.Average(), 4 / Math.Sqrt(draws));
        Assert.Equal(1, values.Average(x => x * x), 4 * Math.Sqrt(2.0 / draws));
        Assert.Equal(3, values.Average(x => x * x * x * x), 4 * Math.Sqrt(96.0 / draws));
        foreach (var cut in new[] { 0.5, 1, 2, 3, 3.6541528853610088, 4 })
        {
            var p = 2 * (1 - Normal.Cdf(cut));
            Assert.Equal(p, values.Count(x => Math.Abs(x) > cut) / (double)draws, 4 * Math.Sqrt(p / draws));
        }
    }

    [Fact]
    public void A_number_of_draws_that_four_does_not_divide_is_drawn_as_well()
    {
        var (seven, eight) = (new double[14], new double[16]);
        new LocalLevelSampler(5).Draw([0, 1], 1, 1, 7, seven);
        new LocalLevelSampler(5).Draw([0, 1], 1, 1, 8, eight);

        Assert.Equal(eight[8..15], seven[7..]); // the last row is drawn first
        Assert.Equal(14, seven.Distinct().Count());
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
