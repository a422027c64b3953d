using CsCheck;

namespace Manometer.Statistics.Tests;

public class CausalImpactTests
{
    private static (double[] Y, double[] X) Example(ulong seed = 5, int n = 80, int after = 20, double effect = 3)
    {
        var random = new Xoshiro256(seed);
        var x = Enumerable.Range(0, n).Select(t => 50 + 5 * Math.Sin(t / 9.0) + random.NextNormal()).ToArray();
        return ([.. x.Select((one, t) => 20 + 1.5 * one + random.NextNormal() + (t >= n - after ? effect : 0))], x);
    }

    [Fact]
    public void A_known_effect_is_found()
    {
        var (y, x) = Example();
        var result = CausalImpact.Of(y).With("x", x).Before(0, 59).After(60, 79).Estimate();

        Assert.InRange(3.0, result.Average.Lower, result.Average.Upper);
        Assert.False(result.CoversZero);
        Assert.True(result.TailArea < 1e-3);
        Assert.Equal(1, result.Columns[1].Probability, 1e-12);
        Assert.Equal(1.5, result.Columns[1].Coefficient, 0.1);
        Assert.StartsWith("After the intervention the response averaged", result.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("significant", result.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact] // values of this program, found equal to the fine quadrature on six other series: a guard against drift where those are absent
    public void A_small_series_of_our_own_gives_the_same_numbers_as_ever()
    {
        var (y, x) = Example();
        var one = CausalImpact.Of(y).With("x", x).Before(0, 59).Estimate();

        Assert.Equal(OwnEffect, one.Average.Effect, 1e-9);
        Assert.Equal(OwnSd, one.Average.Sd, 1e-9);
    }

    private const double OwnEffect = 3.0265256770265125;
    private const double OwnSd = 0.66273752174897871;

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(4, false, false)]
    [InlineData(0, true, false)]
    [InlineData(0, false, true)]
    [InlineData(3, true, true)]
    public void Rows_parts_average_and_sum_tell_the_same_story(int seasons, bool trend, bool dynamic)
    {
        var (y, x) = Example(9);
        y[7] = y[8] = y[65] = double.NaN;
        var result = CausalImpact.Of(y).With("x", x).Before(0, 54).After(60, 79).Model(model => model with { Seasons = seasons, SeasonLength = seasons == 3 ? 2 : 1, Trend = trend, Dynamic = dynamic }).Estimate();

        var observed = result.Points.Where(point => point.Actual is not null).ToArray();
        Assert.Equal(19, observed.Length);
        Assert.Equal((1, 2, 5), (result.MissingAfter, result.MissingBefore, result.GapRows));
        Assert.Equal(result.Average.Predicted, observed.Average(point => point.Predicted), 1e-7);
        Assert.Equal(result.Cumulative.Effect, result.Points[^1].CumulativeEffect, 1e-6);
        Assert.Equal(result.Cumulative.Lower, result.Points[^1].CumulativeLower, 1e-5 * result.Cumulative.Sd + 1e-9);
        Assert.Equal(19 * result.Average.Upper, result.Cumulative.Upper, 1e-9);
        foreach (var point in result.Points)
        {
            var part = result.Parts[point.Row];
            Assert.Equal(point.Predicted, part.Level + part.Season + part.Regression, 1e-5);
        }
        Assert.True(Enumerable.Range(0, 55).Where(t => !double.IsNaN(y[t])).Average(t => Math.Abs(y[t] - result.Parts[t].Level - result.Parts[t].Season - result.Parts[t].Regression)) < 2);
        Assert.Equal(result.Relative!.Effect, result.Average.Effect / result.Average.Predicted, 1e-12);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    [InlineData(-1)]
    public void Scale_changes_nothing_but_the_unit(double scale)
    {
        var (y, x) = Example();
        var plain = CausalImpact.Of(y).With(x).Before(0, 59).Estimate();
        var scaled = CausalImpact.Of(y.Select(one => one * scale)).With([.. x.Select(one => one / scale)]).Before(0, 59).Estimate();

        Assert.Equal(1, scaled.Average.Effect / scale / plain.Average.Effect, 1e-9);
        Assert.Equal(1, scaled.Average.Sd / Math.Abs(scale) / plain.Average.Sd, 1e-9);
        Assert.Equal(1, scaled.TailArea / plain.TailArea, 1e-6);
    }

    [Fact]
    public void The_same_data_give_the_same_bits_whatever_was_fitted_before()
    {
        var (y, x) = Example();
        var periods = new ImpactPeriods(0, 59, 60, 79);
        var fresh = new ImpactSolver().Fit(y, x, 1, periods);
        var used = new ImpactSolver();
        used.Model = new() { Seasons = 5 };
        used.Fit(Example(3, 200).Y, [], 0, new(0, 150, 151, 199));
        used.Model = new();

        Assert.Equal(fresh, used.Fit(y, x, 1, periods));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, false)]
    [InlineData(6, 0, false)]
    [InlineData(25, 0, false)]
    [InlineData(1, 4, true)]
    public void A_second_fit_allocates_nothing(int covariates, int seasons, bool trend)
    {
        var random = new Xoshiro256(3);
        var (y, first) = Example();
        double[] x = [.. Enumerable.Range(0, covariates).SelectMany(j => j == 0 ? first : [.. Enumerable.Range(0, 80).Select(_ => random.NextNormal())])];
        var solver = new ImpactSolver { Model = new() { Seasons = seasons, Trend = trend, Sweeps = 200 } };
        solver.Fit(y, x, covariates, new(0, 59, 60, 79));
        solver.Fit(y, x, covariates, new(0, 59, 60, 79));

        var before = GC.GetAllocatedBytesForCurrentThread();
        solver.Fit(y, x, covariates, new(0, 59, 60, 79));

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Placebo_dates_rank_a_true_effect_first()
    {
        var (y, x) = Example(11, 120, 15, 6);
        var placebos = CausalImpact.Of(y).With(x).Before(0, 104).After(105, 119).Placebos();

        Assert.Equal(71, placebos.Dates.Count);
        Assert.Equal((20, 90), (placebos.Dates[0].Row, placebos.Dates[^1].Row));
        Assert.Equal(1, placebos.Rank);
        Assert.Equal(1.0 / 72, placebos.P, 1e-15);
        Assert.Equal((5, 1.0 / 6), (placebos.Windows, placebos.WindowP)); // from rows 90, 75, 60, 45, 30
        Assert.True(CausalImpact.Of(y).With(x).Before(0, 80).After(81, 95).Placebos().Rank > 1);
    }

    [Fact]
    public void A_level_that_may_wander_more_widens_the_interval()
    {
        var (y, x) = Example();
        var all = CausalImpact.Of(y).With(x).Before(0, 59).Sensitivity();

        Assert.Equal([0.01, 0.03, 0.1], all.Select(one => one.LevelSd));
        Assert.True(all[0].Average.Sd < all[1].Average.Sd && all[1].Average.Sd < all[2].Average.Sd);
    }

    [Fact]
    public void A_mediator_is_refused_as_covariate() =>
        Assert.Equal("ROLE_FORBIDDEN", Assert.Throws<ImpactException>(() => CausalImpact.Of([1, 2, 3]).With("m", [1, 2, 3], CovariateRole.Mediator)).Code);

    public static TheoryData<string, Func<CausalImpact>> Refused() => new()
    {
        { "Y_CONSTANT", () => CausalImpact.Of(Enumerable.Repeat(0.1, 30)).Before(0, 19) },
        { "Y_CONSTANT", () => CausalImpact.Of([1, 2, 3]).Before(0, 1) },
        { "Y_CONSTANT", () => CausalImpact.Of([double.NaN, double.NaN, double.NaN, 3]).Before(0, 2) },
        { "Y_MISSING", () => CausalImpact.Of([1, 2, 3, 4, double.NaN]).Before(0, 3) },
        { "NOT_FINITE", () => CausalImpact.Of([1, 2, 3, double.PositiveInfinity, 3]).Before(0, 3) },
        { "PERIODS", () => CausalImpact.Of([1]).Before(0, 0) },
        { "PERIODS", () => CausalImpact.Of([1, 2, 3, 4]) },
        { "PERIODS", () => CausalImpact.Of([1, 2, 3, 4, 5, 6]).Before(3, 5).After(0, 2) },
        { "SHAPE", () => CausalImpact.Of([1, 2, 3, 4]).With([1, 2]).Before(0, 2) },
        { "COVARIATE_MISSING", () => CausalImpact.Of([1, 2, 3, 4]).With([1, double.NaN, 3, 4]).Before(0, 2) },
        { "COVARIATE_MISSING", () => CausalImpact.Of([1, 2, 3, 4]).With([double.NaN, double.NaN, double.NaN, double.NaN]).Before(0, 2) },
        { "SEASON", () => CausalImpact.Of([1, 2, 3, 4]).Season(1).Before(0, 2) },
        { "ALPHA", () => CausalImpact.Of([1, 2, 3, 4]).Alpha(0).Before(0, 2) },
        { "PRIOR", () => CausalImpact.Of([1, 2, 3, 4]).LevelSd(-1).Before(0, 2) },
        { "PRIOR", () => CausalImpact.Of([1, 2, 3, 4]).LevelSd(double.NaN).Before(0, 2) },
        { "SCALE", () => CausalImpact.Of([1e300, -1e300, 1e300, 4]).Before(0, 2) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_used_is_refused_with_a_code(string code, Func<CausalImpact> build) =>
        Assert.Equal(code, Assert.Throws<ImpactException>(() => build().Estimate()).Code);

    [Fact]
    public void Collinear_and_constant_covariates_are_no_trouble()
    {
        var (y, x) = Example();
        var copies = CausalImpact.Of(y).With(x).With(x).With([.. x.Select(one => 2 * one + 1e-9)]).With([.. x.Select(_ => 4.0)]).Before(0, 59).Estimate();

        Assert.InRange(3.0, copies.Average.Lower, copies.Average.Upper);
        Assert.Equal(0, copies.Columns[4].Probability);
        Assert.Contains("COVARIATE_CONSTANT", copies.WarningCodes);
    }

    [Fact]
    public void A_million_rows_are_done_soon()
    {
        var random = new Xoshiro256(1);
        var y = Enumerable.Range(0, 1_000_000).Select(t => random.NextNormal() + (t >= 999_000 ? 0.5 : 0)).ToArray();
        var fit = new ImpactSolver().Fit(y, [], 0, new(0, 998_999, 999_000, 999_999));

        Assert.InRange(0.5, fit.Lower, fit.Upper);
    }

    [Fact]
    public void Whatever_the_numbers_an_answer_is_finite_or_a_code() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 3], Gen.Int[3, 40], Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[0, 6]).Sample((seed, covariates, fitted, after, seasons, trouble) =>
        {
            var random = new Xoshiro256(seed);
            var n = fitted + after;
            double Value() => trouble switch
            {
                1 => Math.Round(random.NextNormal()),
                2 => random.NextNormal() * Math.Exp(20 * random.NextNormal()),
                3 => random.NextNormal() < 1 ? 0 : 1,
                4 => random.NextNormal() < -1 ? double.NaN : random.NextNormal(),
                5 => 1e9 + random.NextNormal(),
                _ => random.NextNormal(),
            };
            var y = Enumerable.Range(0, n).Select(_ => Value()).ToArray();
            var build = CausalImpact.Of(y).Before(0, fitted - 1).Model(model => model with { Seasons = (seed & 3) == 1 ? Math.Max(seasons, 2) : 0, Trend = (seed & 3) == 2, Dynamic = (seed & 3) == 3 });
            for (var j = 0; j < covariates; j++)
                build = build.With([.. Enumerable.Range(0, n).Select(t => trouble == 6 ? y[t] : trouble == 4 ? random.NextNormal() : Value())]);
            try
            {
                var result = build.Estimate();
                var rounded = result.Average.Sd < 1e-15 * Math.Abs(result.Average.Effect); // then the ends of the interval are one double
                Assert.True(double.IsFinite(result.Average.Effect) && result.Average.Sd > 0 && (result.Average.Lower < result.Average.Upper || rounded) && result.TailArea is >= 0 and <= 0.5000001, $"{result.Average}");
                Assert.True(result.Points.All(point => double.IsFinite(point.Predicted) && point.Lower < point.Upper && double.IsFinite(point.CumulativeUpper)));
                Assert.True(result.Parts.All(part => double.IsFinite(part.Level + part.Season + part.Regression)));
                Assert.True(result.Relative is not { } relative || double.IsFinite(relative.Lower + relative.Upper + relative.Sd));
            }
            catch (ImpactException refused)
            {
                Assert.NotEqual(ImpactFault.Shape, refused.Fault);
            }
        }, iter: 60, threads: 1);
}
