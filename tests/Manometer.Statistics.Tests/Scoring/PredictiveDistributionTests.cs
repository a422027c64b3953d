namespace Manometer.Statistics.Tests;

public sealed class PredictiveDistributionTests
{
    private const int Draws = 60; // 10,000 a family by bench: bench/results/scoring.md

    public static TheoryData<string> Names => [.. Families.All.Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Closed_form_of_the_score_is_the_integral_of_its_definition(string family)
    {
        var draw = Families.All.Single(one => one.Name == family).Draw;
        var random = new Xoshiro256(20160316);
        for (var i = 0; i < Draws; i++)
        {
            var (forecast, breaks) = draw(random);
            var y = breaks.Length > 0 && random.NextInt(8) == 0 ? breaks[random.NextInt(breaks.Length)] : Families.Between(random, -8, 12);
            var expected = Quadrature.Crps(forecast, y, breaks);
            Assert.InRange(forecast.Crps(y) - expected, -1e-9 * (1 + expected), 1e-9 * (1 + expected));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Density_of_the_logarithmic_score_is_the_derivative_of_the_distribution_function(string family)
    {
        var draw = Families.All.Single(one => one.Name == family).Draw;
        var random = new Xoshiro256(20160317);
        for (var i = 0; i < Draws; i++)
        {
            var one = draw(random);
            var forecast = one.Forecast;
            if (one.IsCount || family == "finite")
            {
                foreach (var k in one.Breaks.Take(60))
                    Assert.Equal(forecast.Cdf(k) - forecast.Cdf(k - 1e-9), Math.Exp(-forecast.LogScore(k)), 1e-11);
                continue;
            }

            double a = Families.Between(random, -6, 8), b = a + Families.Between(random, 0, 1);
            double[] cuts = [a, .. one.Breaks.Where(cut => cut > a && cut < b).Order(), b];
            for (var k = 1; k < cuts.Length; k++)
            {
                // just inside: point masses at the cuts are jumps
                var (from, to) = (cuts[k - 1] + 1e-9, cuts[k] - 1e-9);
                if (from >= to)
                    continue;
                var expected = Quadrature.Integrate(x => Math.Exp(-forecast.LogScore(x)), from, to, 1e-11);
                Assert.Equal(expected, forecast.Cdf(to) - forecast.Cdf(from), 2e-7);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Distribution_functions_rise_from_nothing_to_one(string family)
    {
        var draw = Families.All.Single(one => one.Name == family).Draw;
        var random = new Xoshiro256(20160318);
        for (var i = 0; i < 40; i++)
        {
            var forecast = draw(random).Forecast;
            Assert.Equal(0, forecast.Cdf(double.NegativeInfinity));
            Assert.Equal(1, forecast.Cdf(double.PositiveInfinity));
            var before = 0.0;
            for (var x = -20.0; x <= 20; x += 0.25)
            {
                var now = forecast.Cdf(x);
                Assert.InRange(now, before - 1e-13, 1);
                before = now;
            }
        }
    }

    // goldens.json of the reference data: scoringrules, properscoring and scores agree on them
    public static TheoryData<PredictiveDistribution, double, double> Known => new()
    {
        { new NormalDistribution(0, 1), 0, 0.23369497725510913 },
        { new NormalDistribution(0, 1), 1, 0.6024413576276163 },
        { new NormalDistribution(2, 1.5), -0.5, 1.7131952796925383 },
        { new NormalDistribution(2, 1.5), 4, 1.2809009698028746 },
        { new LogisticDistribution(1, 0.5), 0, 0.6269280110429727 },
        { new StudentDistribution(4), 0.5, 0.35509953447839115 },
        { new BetaDistribution(2, 5), 0.3, 0.04202462437562466 },
        { new PoissonDistribution(2.5), 3, 0.4576085204970717 },
        { new NegativeBinomialDistribution(5, 0.5), 3, 1.0064879909058593 },
        { new NormalMixtureDistribution([0, 1], [1, 0.5], [0.3, 0.7]), 0.2, 0.3737591694357018 },
        { new FiniteDistribution([1, 2, 3, 4, 7], [0.2, 0.2, 0.2, 0.2, 0.2]), 0, 2.28 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Scores_others_published(PredictiveDistribution forecast, double outcome, double expected) => Assert.Equal(expected, forecast.Crps(outcome), 1e-12);

    [Fact]
    public void Logarithmic_scores_others_published()
    {
        Assert.Equal(0.9189385332046727, new NormalDistribution(0, 1).LogScore(0), 1e-12);
        Assert.Equal(1.4189385332046727, new NormalDistribution(0, 1).LogScore(1), 1e-12);
        Assert.Equal(2.7132925302017257, new NormalDistribution(2, 1.5).LogScore(-0.5), 1e-12);
        Assert.Equal(-0.7705248015812896, new BetaDistribution(2, 5).LogScore(0.3), 1e-12);
    }

    [Fact]
    public void A_forecaster_who_states_what_he_believes_scores_best()
    {
        // outcomes from N(0, 1): every other normal forecast has a higher mean score, by more than four standard errors
        PredictiveDistribution truth = new NormalDistribution(0, 1);
        foreach (var rival in new PredictiveDistribution[] { new NormalDistribution(0.3, 1), new NormalDistribution(0, 1.5), new NormalDistribution(0, 0.7), new LaplaceDistribution(0, 1), new UniformDistribution(-2, 2) })
        {
            var random = new Xoshiro256(7);
            double sum = 0, squares = 0;
            const int Count = 20_000;
            for (var i = 0; i < Count; i++)
            {
                var y = random.NextNormal();
                var difference = rival.Crps(y) - truth.Crps(y);
                sum += difference;
                squares += difference * difference;
            }

            Assert.True(sum / Count > 4 * Math.Sqrt(squares) / Count, rival.ToString());
        }
    }

    [Fact]
    public void What_is_no_distribution_is_refused_with_a_code()
    {
        Assert.Equal("PARAMETER", Assert.Throws<ScoringException>(() => new NormalDistribution(0, 0)).Code);
        Assert.Equal("NOT_FINITE", Assert.Throws<ScoringException>(() => new NormalDistribution(double.NaN, 1)).Code);
        Assert.Equal("NO_MEAN", Assert.Throws<ScoringException>(() => new StudentDistribution(1)).Code);
        Assert.Equal("NO_MEAN", Assert.Throws<ScoringException>(() => new ParetoDistribution(0, 1, 1)).Code);
        Assert.Equal("TRUNCATION", Assert.Throws<ScoringException>(() => new NormalDistribution(0, 1).Truncated(5, 6)).Code);
        Assert.Equal("ORDER", Assert.Throws<ScoringException>(() => new NormalDistribution(0, 1).Censored(1, 1)).Code);
        Assert.Equal("WEIGHTS", Assert.Throws<ScoringException>(() => new FiniteDistribution([1, 2], [0.5, 0.6])).Code);
        Assert.Equal("NOT_FINITE", Assert.Throws<ScoringException>(() => new NormalDistribution(0, 1).Crps(double.PositiveInfinity)).Code);
        Assert.Equal("SHAPE", Assert.Throws<ScoringException>(() => new HistogramDistribution([0, 1], [])).Code);
    }
}
