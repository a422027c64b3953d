namespace Manometer.Statistics.Tests;

// golden numbers: goldens.json of the reference data
public sealed class ReliabilityTests
{
    private static readonly double[] Stated = [0.9, 0.7, 0.2, 0.05, 0.5, 0.8, 0.3, 0.6, 0.1, 0.95];
    private static readonly bool[] Came = [true, true, false, false, true, false, false, true, false, true];

    [Fact]
    public void Recalibration_by_pooling_adjacent_violators()
    {
        var corp = CorpReliability.Of(Stated, Came);
        double[] expected = [0, 0, 0, 0, 0.75, 0.75, 0.75, 0.75, 1, 1];
        Assert.Equal(expected, corp.Points.Select(point => point.Recalibrated));
        Assert.Equal(corp.Score, corp.Miscalibration - corp.Discrimination + corp.Uncertainty, 1e-14);
        Assert.Equal(0.1295, corp.Score, 1e-12);
    }

    [Fact]
    public void Decompositions_of_forty_forecasts()
    {
        var (stated, came) = Forty();
        var murphy = MurphyDecomposition.Of(stated, came);
        Assert.Equal(0.15, murphy.Score, 1e-12);
        Assert.Equal(0.0075, murphy.Reliability, 1e-12);
        Assert.Equal(0.106875, murphy.Resolution, 1e-12);
        Assert.Equal(0.249375, murphy.Uncertainty, 1e-12);
        Assert.Equal(0.3984962406015039, murphy.Skill!.Value, 1e-12);
        var corp = CorpReliability.Of(stated, came);
        Assert.Equal(0.0075, corp.Miscalibration, 1e-12);
        Assert.Equal(0.106875, corp.Discrimination, 1e-12);
    }

    [Fact]
    public void A_reliable_forecaster_stays_in_the_consistency_band_and_a_boaster_leaves_it()
    {
        double[] levels = [0.1, 0.3, 0.5, 0.7, 0.9];
        int inside = 0, points = 0, boastInside = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var random = new Xoshiro256(seed);
            double[] stated = [.. Enumerable.Range(0, 400).Select(i => levels[i % 5])];
            bool[] honest = [.. stated.Select(p => random.NextDouble() < p)], boast = [.. stated.Select(p => random.NextDouble() < 0.5 + (p - 0.5) / 4)];
            inside += CorpReliability.Of(stated, honest, 0.9, 300, seed).Points.Count(point => point.Recalibrated >= point.Low && point.Recalibrated <= point.High);
            boastInside += CorpReliability.Of(stated, boast, 0.9, 300, seed).Points.Count(point => (point.Forecast is 0.1 or 0.9) && point.Recalibrated >= point.Low && point.Recalibrated <= point.High);
            points += 5;
        }

        Assert.InRange((double)inside / points, 0.84, 0.96);
        Assert.Equal(0, boastInside);
    }

    [Fact]
    public void The_rising_fit_is_nearer_than_any_other_rising_sequence()
    {
        var random = new Xoshiro256(3);
        for (var round = 0; round < 50; round++)
        {
            double[] values = [.. Enumerable.Range(0, 12).Select(_ => random.NextNormal())], weights = [.. Enumerable.Range(0, 12).Select(_ => 0.1 + random.NextDouble())];
            var fit = Isotonic.Fit(values, weights);
            Assert.Equal(fit.Order(), fit);
            var least = Distance(fit);
            for (var other = 0; other < 40; other++)
                Assert.True(Distance([.. fit.Select(value => value + 0.1 * random.NextNormal()).Order()]) >= least);

            double Distance(double[] rising) => rising.Zip(values, weights).Sum(t => t.Third * (t.First - t.Second) * (t.First - t.Second));
        }
    }

    [Fact]
    public void Transforms_of_reliable_counts_are_uniform()
    {
        var random = new Xoshiro256(11);
        var forecast = new PoissonDistribution(2.5);
        var bins = new int[10];
        for (var i = 0; i < 20_000; i++)
        {
            int y = 0;
            for (double u = random.NextDouble(); u > forecast.Cdf(y); y++)
            {
            }

            bins[(int)(10 * IntegralTransform.Of(forecast, y, random))]++;
        }

        Assert.InRange(bins.Sum(bin => Math.Pow(bin - 2000, 2) / 2000), 0, 27.9); // chi-square, 9 degrees: p above .001
    }

    private static (double[] Stated, bool[] Came) Forty()
    {
        var (stated, came) = (new List<double>(), new List<bool>());
        foreach (var (p, hits) in new[] { (0.1, 1), (0.3, 4), (0.7, 6), (0.9, 10) })
            for (var i = 0; i < 10; i++)
            {
                stated.Add(p);
                came.Add(i < hits);
            }

        return ([.. stated], [.. came]);
    }
}
