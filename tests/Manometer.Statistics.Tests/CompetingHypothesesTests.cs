namespace Manometer.Statistics.Tests;

// golden numbers: goldens.json of the reference data, sections ach and bayes
public sealed class CompetingHypothesesTests
{
    private static readonly double[] Uniform = [0.25, 0.25, 0.25, 0.25];
    private static readonly double[][] Likelihoods = [[0.6, 0.3, 0.3, 0.1], [0.5, 0.5, 0.2, 0.2], [0.7, 0.35, 0.35, 0.35]];
    private static readonly int[][] Entries = [[1, 4, 5], [2, 3, 4], [5, 5, 5], [1, 2, 4], [0, 3, 2]];

    [Theory]
    [InlineData(1.0, 0.722892, 0.180723, 0.072289, 0.024096)]
    [InlineData(0.5, 0.5003, 0.25015, 0.158209, 0.091342)]
    public void Posterior_of_three_items(double weight, params double[] expected)
    {
        var posterior = CompetingHypotheses.Posterior(Uniform, Likelihoods, [weight, weight, weight]);
        for (var h = 0; h < 4; h++)
            Assert.Equal(expected[h], posterior[h], 1e-6);
        Assert.Equal(1, posterior.Sum(), 1e-14);
    }

    [Fact]
    public void A_prior_of_one_fifth_and_a_ratio_of_six_give_three_fifths() => Assert.Equal(0.6, CompetingHypotheses.Posterior([0.2, 0.8], [[0.6, 0.1]], [1])[0], 1e-14);

    [Fact]
    public void Information_and_weight_of_evidence()
    {
        double[] bits = [0.109104, 0.073104, 0.067826], decibans = [7.7815, 3.9794, 3.0103];
        for (var e = 0; e < 3; e++)
        {
            Assert.Equal(bits[e], CompetingHypotheses.InformationBits(Uniform, Likelihoods[e]), 1e-6);
            Assert.Equal(decibans[e], CompetingHypotheses.Decibans(Likelihoods[e][0], Likelihoods[e][3]), 5e-5);
        }

        Assert.Equal(0, CompetingHypotheses.InformationBits(Uniform, [0.7, 0.7, 0.7, 0.7]));
    }

    [Fact]
    public void Counts_of_older_tools()
    {
        int[] Column(int h) => [.. Entries.Select(row => row[h])];
        Assert.Equal([9, 1, 1], Enumerable.Range(0, 3).Select(h => CompetingHypotheses.SquaredInconsistency(Column(h))));
        Assert.Equal([4, 5, 10], Enumerable.Range(0, 3).Select(h => CompetingHypotheses.SquaredConsistency(Column(h))));
        Assert.Equal([4.0, 0.5, 2.0], Enumerable.Range(0, 3).Select(h => CompetingHypotheses.WeightedInconsistency(Column(h), [1, 1, 1, 0.5, 2])));
        double[] diagnosticity = [1.699673, 0.816497, 0, 1.247219, 0.471405];
        for (var e = 0; e < 5; e++)
            Assert.Equal(diagnosticity[e], CompetingHypotheses.Diagnosticity(Entries[e]), 1e-6);
    }

    [Fact]
    public void The_range_is_what_a_search_of_the_box_finds()
    {
        double[][] low = [[0.05, 0.6, 0.8], [0.2, 0.4, 0.6]], high = [[0.2, 0.8, 0.95], [0.4, 0.6, 0.8]];
        double[] priors = [0.5, 0.3, 0.2], weights = [1, 0.5];
        var ranges = CompetingHypotheses.PosteriorRange(priors, low, high, weights);
        var random = new Xoshiro256(1);
        double[] least = [1, 1, 1], most = [0, 0, 0];
        for (var draw = 0; draw < 20_000; draw++)
        {
            // corners and points between
            var point = low.Select((row, e) => row.Select((value, h) => value + (high[e][h] - value) * (draw % 2 == 0 ? random.NextInt(2) : random.NextDouble())).ToArray()).ToArray();
            var posterior = CompetingHypotheses.Posterior(priors, point, weights);
            for (var h = 0; h < 3; h++)
                (least[h], most[h]) = (Math.Min(least[h], posterior[h]), Math.Max(most[h], posterior[h]));
        }

        for (var h = 0; h < 3; h++)
        {
            Assert.Equal(least[h], ranges[h].Low, 1e-12);
            Assert.Equal(most[h], ranges[h].High, 1e-12);
        }
    }

    [Fact]
    public void What_is_no_likelihood_is_refused() => Assert.Equal("PROBABILITY", Assert.Throws<ScoringException>(() => CompetingHypotheses.Posterior([1], [[0]], [1])).Code);
}
