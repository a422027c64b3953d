namespace Manometer.Statistics.Tests;

// golden numbers: goldens.json of the reference data, where properscoring, scoringrules and scores agree, and published test vectors of a question platform
public sealed class ScoreTests
{
    private static readonly double[] Stated = [0.9, 0.7, 0.2, 0.05, 0.5, 0.8, 0.3, 0.6, 0.1, 0.95];
    private static readonly bool[] Came = [true, true, false, false, true, false, false, true, false, true];
    private static readonly double[] Members = [1, 2, 3, 4, 7];

    [Fact]
    public void Brier_and_logarithmic_scores_of_ten_forecasts()
    {
        Assert.Equal(0.1295, Stated.Zip(Came, ProbabilityScores.Brier).Average(), 1e-12);
        Assert.Equal(0.4063211776042464, Stated.Zip(Came, ProbabilityScores.Logarithmic).Average(), 1e-12);
        Assert.Equal(double.PositiveInfinity, ProbabilityScores.Logarithmic(0, true));
    }

    [Fact]
    public void Scores_of_two_classes_agree_with_those_of_one_event()
    {
        foreach (var p in Stated)
            foreach (var outcome in new[] { 0, 1 })
            {
                ReadOnlySpan<double> both = [p, 1 - p];
                Assert.Equal(2 * ProbabilityScores.Brier(p, outcome == 0), ProbabilityScores.Brier(both, outcome), 1e-14);
                Assert.Equal(ProbabilityScores.Logarithmic(p, outcome == 0), ProbabilityScores.Logarithmic(both, outcome), 1e-14);
                Assert.Equal(ProbabilityScores.Spherical(p, outcome == 0), ProbabilityScores.Spherical(both, outcome), 1e-14);
                Assert.Equal(ProbabilityScores.Brier(p, outcome == 0), ProbabilityScores.Ranked(both, outcome), 1e-14);
            }
    }

    [Fact]
    public void No_other_probability_has_a_better_expected_score_than_the_true_one()
    {
        foreach (var score in new Func<double, bool, double>[] { ProbabilityScores.Brier, ProbabilityScores.Logarithmic, ProbabilityScores.Spherical })
            for (var truth = 0.05; truth < 1; truth += 0.1)
                for (var said = 0.01; said < 1; said += 0.07)
                    Assert.True(truth * score(said, true) + (1 - truth) * score(said, false) >= truth * score(truth, true) + (1 - truth) * score(truth, false) - 1e-14);
    }

    [Theory]
    [InlineData(0, 1.4)]
    [InlineData(1, 0.6)]
    [InlineData(2, 0.2)]
    [InlineData(3, 0.6)]
    [InlineData(4, 1.4)]
    public void Ranked_probability_score_grows_with_the_distance(int outcome, double expected) => Assert.Equal(expected, ProbabilityScores.Ranked([0.1, 0.2, 0.4, 0.2, 0.1], outcome), 1e-12);

    [Theory]
    [InlineData(0, 2.28, 2.0)]
    [InlineData(2.5, 0.58, 0.30)]
    [InlineData(3, 0.48, 0.20)]
    [InlineData(10, 5.48, 5.20)]
    public void Plain_and_fair_scores_of_an_ensemble_differ(double outcome, double plain, double fair)
    {
        Assert.Equal(plain, EnsembleScores.Crps(Members, outcome, EnsembleEstimator.Plain), 1e-12);
        Assert.Equal(fair, EnsembleScores.Crps(Members, outcome, EnsembleEstimator.Fair), 1e-12);
    }

    [Fact]
    public void Scores_of_many_ensembles_are_those_of_each_by_all_pairs_whatever_the_threads()
    {
        var random = new Xoshiro256(5);
        foreach (var size in new[] { 1, 2, 3, 7, 16, 50, 63, 200, 201, 333 })
        {
            const int Rows = 1031;
            double[] members = [.. Enumerable.Range(0, Rows * size).Select(i => i % 11 == 0 ? 0.5 : random.NextNormal())], outcomes = [.. Enumerable.Range(0, Rows).Select(_ => random.NextNormal())];
            foreach (var estimator in Enum.GetValues<EnsembleEstimator>())
            {
                if (size == 1 && estimator == EnsembleEstimator.Fair)
                    continue;
                double[] one = new double[Rows], two = new double[Rows];
                EnsembleScores.Crps(members, outcomes, estimator, one, 1);
                EnsembleScores.Crps(members, outcomes, estimator, two, 2);
                Assert.Equal(one, two);
                for (var row = 0; row < Rows; row += 103)
                {
                    var mine = members[(row * size)..((row + 1) * size)];
                    var pairs = mine.Sum(a => mine.Sum(b => Math.Abs(a - b))) / (2.0 * size * (estimator == EnsembleEstimator.Plain ? size : size - 1));
                    Assert.Equal(mine.Average(a => Math.Abs(a - outcomes[row])) - pairs, one[row], 1e-12);
                    Assert.Equal(one[row], EnsembleScores.Crps(mine, outcomes[row], estimator));
                }
            }
        }
    }

    [Fact]
    public void An_ensemble_with_a_missing_member_is_refused()
    {
        Assert.Equal("NOT_FINITE", Assert.Throws<ScoringException>(() => EnsembleScores.Crps([1, double.NaN, 2], 0, EnsembleEstimator.Plain)).Code);
        Assert.Equal("NOT_FINITE", Assert.Throws<ScoringException>(() => EnsembleScores.Crps([1, double.PositiveInfinity], 0, EnsembleEstimator.Plain)).Code);
        Assert.Equal("TOO_FEW", Assert.Throws<ScoringException>(() => EnsembleScores.Crps([1], 0, EnsembleEstimator.Fair)).Code);
        Assert.Equal("SHAPE", Assert.Throws<ScoringException>(() => EnsembleScores.Crps(new double[7], new double[2], EnsembleEstimator.Plain, new double[2], 1)).Code);
    }

    [Fact]
    public void Other_scores_of_an_ensemble()
    {
        Assert.Equal(1.8205370092373214, EnsembleScores.DawidSebastiani(Members, 2.5), 1e-12);
        Assert.Equal(0.16, EnsembleScores.ThresholdBrier(Members, 2.5, 2), 1e-12);
        Assert.Equal(0.16, EnsembleScores.ThresholdBrier(Members, 2.5, 3), 1e-12);
        Assert.Equal(0.04, EnsembleScores.ThresholdBrier(Members, 2.5, 5), 1e-12);
        Assert.Equal(0.8512165417603421, EnsembleScores.Energy([0, 1, 2, 2, 3, 5], [1, 2]), 1e-12);
        Assert.Equal(EnsembleScores.Crps(Members, 2.5, EnsembleEstimator.Plain), EnsembleScores.Energy(Members, [2.5]), 1e-12);
        // by hand: outcome |1-2|^.5 = 1; members |0-1|, |2-2|, |3-5|: (1 + 0 + sqrt 2)/3; both orders of the pair
        Assert.Equal(2 * Math.Pow(1 - (1 + Math.Sqrt(2)) / 3, 2), EnsembleScores.Variogram([0, 1, 2, 2, 3, 5], [1, 2], 0.5), 1e-12);
    }

    [Fact]
    public void Energy_score_in_one_dimension_is_the_continuous_ranked_probability_score() =>
        Assert.Equal(0.58, EnsembleScores.Energy(Members, [2.5]), 1e-12);

    [Theory]
    [InlineData(-2, 2.25, 15)]
    [InlineData(0.7, 0.51, 5)]
    [InlineData(5, 2.65, 15)]
    public void Quantiles_and_intervals(double outcome, double crps, double interval)
    {
        double[] levels = [0.1, 0.25, 0.5, 0.75, 0.9], quantiles = [-1, 0, 1, 2.5, 4];
        Assert.Equal(crps, QuantileScores.Crps(levels, quantiles, outcome), 1e-12);
        Assert.Equal(crps, QuantileScores.WeightedInterval(1, [0, -1], [2.5, 4], [0.5, 0.2], outcome), 1e-12);
        Assert.Equal(interval, QuantileScores.Interval(-1, 4, 0.2, outcome), 1e-12);
    }

    [Fact]
    public void Scores_of_question_platforms()
    {
        Assert.Equal(84.79969066, PlatformScores.Baseline(0.9), 1e-8);
        Assert.Equal(-232.19280949, PlatformScores.Baseline(0.1), 1e-8);
        Assert.Equal(50, PlatformScores.Baseline(1 / Math.Sqrt(2)), 1e-12);
        double[] peers = [0.1, 0.5, 0.9];
        Assert.Equal(-190.33312448851598, PlatformScores.Peer(peers, 0), 1e-11);
        Assert.Equal(51.08256237659905, PlatformScores.Peer(peers, 1), 1e-11);
        Assert.Equal(139.2505621119169, PlatformScores.Peer(peers, 2), 1e-11);
        Assert.Equal(0, PlatformScores.BaselineOfNumber(0.05, 0.05), 1e-12);
        Assert.Equal(40, PlatformScores.TimeWeighted([80], [5], 0, 10, 10), 1e-12); // half the life covered: half the score
        Assert.Equal(20, PlatformScores.TimeWeighted([80], [5], 0, 10, 7.5), 1e-12); // a forecast that was withdrawn earns no more
    }

    [Fact]
    public void Pooled_probabilities()
    {
        double[] three = [0.6, 0.7, 0.9];
        Assert.Equal(0.7595101586800531, Pooling.MeanLogit(three), 1e-12);
        Assert.Equal(0.9465961455512227, Pooling.MeanLogit(three, 2.5), 1e-12);
        Assert.Equal(0.7, Pooling.Median(three), 1e-12);
        Assert.Equal(2.2 / 3, Pooling.Mean(three), 1e-12);
        Assert.Equal("PROBABILITY", Assert.Throws<ScoringException>(() => Pooling.MeanLogit([0.5, 1])).Code);
    }

    [Theory]
    [InlineData(6.0, 11.3599789421, 6.550059)]
    [InlineData(22.0, 2.1978896272, 3.143194)]
    [InlineData(48.0, 20.2525523706, 5.791098)]
    [InlineData(null, 31.9171739662, 5.006681)]
    public void One_to_three_years_scored_with_a_watch_of_five(double? time, double crps, double log)
    {
        var forecast = LognormalDistribution.Through(12, 0.1, 36, 0.9);
        Assert.Equal(3.034212794, forecast.LogMean, 1e-9);
        Assert.Equal(0.428625862, forecast.LogDeviation, 1e-9);
        Assert.Equal(crps, TimeToEventScores.CensoredCrps(forecast, time, 60), 1e-9);
        Assert.Equal(log, TimeToEventScores.BinLogScore(forecast, time, 60), 1e-6);
    }

    [Fact]
    public void What_happened_before_the_forecast_has_no_time_to_score() =>
        Assert.Equal("PARAMETER", Assert.Throws<ScoringException>(() => TimeToEventScores.CensoredCrps(new ExponentialDistribution(10), -3, 60)).Code);

    [Fact]
    public void Sample_scores_of_published_forecasts_of_growth()
    {
        var lines = File.ReadAllLines(Manometer.Testing.Repository.Reference("data", "verdict", "scoringrules_gdp_mcmc_forecasts.csv"));
        var actual = File.ReadAllLines(Manometer.Testing.Repository.Reference("data", "verdict", "scoringrules_gdp_mcmc_actuals.csv"));
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(Number).ToArray())];
        var wide = rows[0].Length > 20 ? 1 : 0;
        double[] outcomes = actual.Length > 3 ? [.. actual.Skip(1).Select(line => Number(line.Split(',')[^1]))] : [.. actual[1].Split(',').TakeLast(20).Select(Number)];
        double sum = 0;
        for (var quarter = 0; quarter < 20; quarter++)
        {
            double[] members = [.. rows.Select(row => row[quarter + wide])];
            sum += EnsembleScores.Crps(members, outcomes[quarter], EnsembleEstimator.Plain);
            if (quarter < 3)
                Assert.Equal(new[] { 0.4526, 0.7806, 0.1468 }[quarter], IntegralTransform.Of(members, outcomes[quarter], new Xoshiro256(1)), 1e-4);
        }

        Assert.Equal(1.2838380861781649, sum / 20, 1e-12);

        static double Number(string text) => double.Parse(text.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
    }
}
