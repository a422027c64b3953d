using System.Globalization;
using CsCheck;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

public class BreakDatesTests
{
    [Fact] // strucchange 1.5 on Nile: breakpoint 28, confint 25 to 32
    public void The_Nile_breaks_after_28_years_with_the_published_interval()
    {
        var one = Assert.Single(BreakDates.Of(Nile()).Find().Breaks);

        Assert.Equal((28, 25, 32, false), (one.Index, one.Lower, one.Upper, one.ReachesNeighbour));
        Assert.Equal((1097.75, 849.972222), (one.Before.Mean, Math.Round(one.After.Mean, 6)));
    }

    [Fact] // METHODS of strucchange: phi = .873659, quantiles 2.714359 and -3.202471 in units of v1/d^2, v the variances (divisor length)
    public void The_quantiles_behind_it_are_those_of_the_limiting_distribution()
    {
        var y = Nile();
        var (left, right) = (y[..28], y[28..]);
        var phi = Variance(right) / Variance(left);
        var d = right.Average() - left.Average();

        Assert.Equal(0.873659, phi, 6);
        Assert.Equal(2.714359, BreakInterval.Quantile(0.975, 1, phi) * Variance(left) / (d * d), 5);
        Assert.Equal(-3.202471, BreakInterval.Quantile(0.025, 1, phi) * Variance(left) / (d * d), 5);
    }

    [Theory] // the argmax of a random walk with drift, simulated
    [InlineData(1, 1)]
    [InlineData(0.6, 1.8)]
    [InlineData(2, 0.5)]
    public void The_limiting_distribution_is_that_of_a_two_sided_walk(double xi, double phi)
    {
        var random = new Xoshiro256(17);
        const int Walks = 1500;
        const double Step = 0.02; // of the time of the distribution
        var below = new int[3];
        double[] at = [-2, 0, 3];
        for (var walk = 0; walk < Walks; walk++)
        {
            var (best, argmax) = (0.0, 0.0);
            foreach (var side in new[] { -1, 1 })
            {
                var (drift, sd) = side < 0 ? (0.5, 1.0) : (0.5 * xi, Math.Sqrt(phi));
                var level = 0.0;
                for (var i = 1; i <= 3000; i++)
                {
                    level += -drift * Step + sd * Math.Sqrt(Step) * random.NextNormal();
                    if (level > best)
                        (best, argmax) = (level, side * i * Step);
                    if (level < best - 25)
                        break;
                }
            }

            for (var i = 0; i < 3; i++)
                below[i] += argmax <= at[i] ? 1 : 0;
        }

        for (var i = 0; i < 3; i++)
        {
            var p = BreakInterval.Cdf(at[i], xi, phi);
            Assert.InRange(below[i] / (double)Walks, p - 4 * Math.Sqrt(p * (1 - p) / Walks) - 0.03, p + 4 * Math.Sqrt(p * (1 - p) / Walks) + 0.03); // the grid of the walk costs up to .03
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.2, 5)]
    [InlineData(4, 0.1)]
    [InlineData(1, 300)]
    public void It_is_a_distribution_and_its_quantiles_invert_it(double xi, double phi)
    {
        var last = 0.0;
        for (var x = -400.0; x <= 400; x += 0.25)
        {
            var p = BreakInterval.Cdf(x, xi, phi);
            Assert.InRange(p, last - 1e-9, 1 + 1e-9);
            last = p;
        }

        foreach (var p in new[] { 0.005, 0.025, 0.3, 0.5, 0.8, 0.975 })
            Assert.Equal(p, BreakInterval.Cdf(BreakInterval.Quantile(p, xi, phi), xi, phi), 9);
    }

    [Fact] // strucchange: supF over rows 15 to 85 of 100
    public void The_largest_F_of_the_Nile_is_the_published_one()
    {
        var (f, index) = BreakDates.Of(Nile()).LargestF();

        Assert.Equal(75.92977, f, 4);
        Assert.Equal(28, index);
    }

    [Fact] // strucchange: breakpoints(Nile ~ 1), h = .15
    public void Residual_squares_for_each_number_of_breaks_are_the_published_ones() => Assert.Equal(
        [2835157, 1597457, 1552924, 1538097, 1507888, 1659994],
        BreakDates.Of(Nile()).WithMinimumSegment(15).ByCount(5).Select(one => Math.Round(one.Cost)));

    [Fact] // a tie whose slopes differ by rounding alone
    public void The_bounds_of_the_path_do_not_cross()
    {
        var steps = BreakDates.Of(BreakData.Random(261203922, 17, whole: true)).Path().Steps;
        Assert.All(steps, step => Assert.True(step.From <= step.To));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [InlineData(SegmentCost.L2)]
    [InlineData(SegmentCost.Poisson)]
    [InlineData(SegmentCost.Rank)]
    [InlineData(SegmentCost.Normal)]
    public void The_path_holds_what_each_penalty_would_choose(SegmentCost cost) =>
        Gen.Select(Gen.ULong, Gen.Int[12, 60]).Sample((seed, n) =>
        {
            var search = BreakDates.Of(BreakData.Random(seed, n, whole: true)).WithCost(cost);
            var path = search.Path();
            Assert.Empty(path.Steps[^1].Breaks);
            var counted = cost == SegmentCost.Normal ? null : search.ByCount(Math.Min(path.Steps[0].Breaks.Count, n / 2 - 1));
            foreach (var step in path.Steps)
            {
                Assert.True(step.From <= step.To);
                if (counted is not null)
                    Assert.Equal(counted[step.Breaks.Count].Cost, step.Cost, 1e-9 * (1 + Math.Abs(step.Cost)));
                if (step.To > step.From * (1 + 1e-9))
                    Assert.Equal(step.Breaks.Count, search.WithPenalty(step.From + 0.5 * (step.To - step.From)).Find().Breaks.Count);
            }
        }, iter: 60, threads: 1);

    [Fact]
    public void The_path_of_the_Nile_goes_from_one_break_to_none()
    {
        var path = BreakDates.Of(Nile()).Path();

        Assert.Equal([28], path.Steps[^2].Breaks);
        Assert.Equal(2835156.75 - 1597457.1944444443, path.Steps[^2].To, 1e-6);
        Assert.Equal(path.Steps.Count - 2, path.Pick);
        Assert.True(path.Runs < 40);
    }

    [Fact] // the same sums by trying every pair and triple of dates, evidences from their definition
    public void The_posterior_of_dates_is_that_of_all_segmentations()
    {
        var y = BreakData.Random(5, 14, whole: false).Select((one, i) => one + (i >= 5 ? 2 : 0) - (i >= 9 ? 3 : 0)).ToArray();
        var (n, m) = (y.Length, 2);
        var v = Enumerable.Range(1, n - 1).Sum(i => (y[i] - y[i - 1]) * (y[i] - y[i - 1])) / (2 * (n - 1));
        double[] first = new double[n + 1], second = new double[n + 1];
        var total = 0.0;
        for (var a = m; a <= n - 2 * m; a++)
            for (var b = a + m; b <= n - m; b++)
            {
                var weight = Evidence(0, a) * Evidence(a, b) * Evidence(b, n);
                total += weight;
                first[a] += weight;
                second[b] += weight;
            }

        var posterior = BreakDates.Of(y).WithMinimumSegment(m).Posterior(2);

        for (var i = 0; i <= n; i++)
        {
            Assert.Equal(first[i] / total, posterior[0][i], 1e-10);
            Assert.Equal(second[i] / total, posterior[1][i], 1e-10);
        }

        // density of the rows, mean and variance integrated by quadrature over ln s2 and z
        double Evidence(int from, int to)
        {
            var part = y[from..to];
            var sum = 0.0;
            for (var u = -14.0; u <= 14; u += 0.05)
            {
                var s2 = v * Math.Exp(u);
                // IG(1/2, v/2) in ln s2, times the Gaussian with its mean integrated
                var k = 0.1;
                var mean = part.Average();
                var squares = part.Sum(one => (one - mean) * (one - mean)) + k * part.Length / (k + part.Length) * (mean - y.Average()) * (mean - y.Average());
                sum += 0.05 * Math.Exp(-0.5 * u - v / (2 * s2)) / Math.Sqrt(2 * Math.PI) * Math.Pow(2 * Math.PI * s2, -0.5 * part.Length) * Math.Sqrt(k / (k + part.Length)) * Math.Exp(-squares / (2 * s2));
            }

            return sum;
        }
    }

    [Fact] // rates: Gamma-Poisson by recursion over the gamma function
    public void Counts_have_a_posterior_too()
    {
        double[] y = [3, 2, 4, 3, 2, 9, 8, 11, 9, 10];
        var mean = y.Average();
        double Log(int from, int to)
        {
            var (sum, length) = (y[from..to].Sum(), to - from);
            var value = 0.5 * Math.Log(0.5 / mean) - (0.5 + sum) * Math.Log(0.5 / mean + length);
            for (var k = 0; k < sum; k++)
                value += Math.Log(0.5 + k);
            return value;
        }

        var expected = Enumerable.Range(2, 7).Select(k => Math.Exp(Log(0, k) + Log(k, 10))).ToArray();
        var posterior = BreakDates.Of(y).WithCost(SegmentCost.Poisson).Posterior(1)[0];

        Assert.Equal(5, posterior.Mode);
        for (var k = 2; k <= 8; k++)
            Assert.Equal(expected[k - 2] / expected.Sum(), posterior[k], 1e-10);
    }

    [Fact]
    public void The_Nile_changed_about_1898_with_near_certainty()
    {
        var posterior = BreakDates.Of(Nile()).Posterior(1)[0];

        Assert.Equal(28, posterior.Mode);
        Assert.InRange(posterior.Within(25, 31), 0.97, 1);
        Assert.Equal([26, 27, 28, 29], posterior.HighestMass(0.95));
        Assert.Equal(1, posterior.Probabilities.Sum(), 1e-12);
    }

    [Fact] // known truth: nominal 95 %, level and noise drawn anew; the full study is in bench
    public void Intervals_hold_the_true_date_about_as_often_as_they_say()
    {
        var random = new Xoshiro256(2026);
        var (bai, exact, found) = (0, 0, 0);
        for (var set = 0; set < 400; set++)
        {
            var truth = 20 + random.NextInt(41);
            var y = new double[80];
            for (var i = 0; i < y.Length; i++)
                y[i] = (i >= truth ? 1.5 : 0) + random.NextNormal();
            var posterior = BreakDates.Of(y).Posterior(1)[0];
            exact += posterior.HighestMass(0.95).Contains(truth) ? 1 : 0;
            var at = BreakDates.Of(y).ByCount(1)[1].Breaks[0];
            var one = BreakDates.Of(y).At(at).Breaks[0];
            bai += one.Lower <= truth && truth <= one.Upper ? 1 : 0;
            found++;
        }

        Assert.InRange(exact / (double)found, 0.92, 0.99);
        Assert.InRange(bai / (double)found, 0.90, 0.99);
    }

    [Theory]
    [InlineData(SegmentCost.L2)]
    [InlineData(SegmentCost.Rank)]
    [InlineData(SegmentCost.Rbf)]
    [InlineData(SegmentCost.Normal)]
    [InlineData(SegmentCost.Poisson)]
    public void A_clear_change_has_a_short_interval_whatever_the_cost(SegmentCost cost)
    {
        var y = BreakData.Random(31, 120, whole: false, levels: false).Select((one, i) => Math.Max(0, Math.Round(10 + 2 * one + (i >= 70 ? 12 : 0)))).ToArray();

        var one = Assert.Single(BreakDates.Of(y).WithCost(cost).Find().Breaks);

        Assert.InRange(one.Index, 69, 71);
        Assert.InRange(one.Lower, 66, one.Index);
        Assert.InRange(one.Upper, one.Index, 74);
        Assert.Equal(cost is SegmentCost.L2 or SegmentCost.Poisson, one.Posterior is not null);
    }

    [Fact]
    public void A_change_of_variance_alone_is_dated_by_the_costs_that_see_it()
    {
        var y = BreakData.Random(41, 200, whole: false, levels: false).Select((one, i) => i >= 90 ? 6 * one : one).ToArray();

        foreach (var cost in new[] { SegmentCost.Normal, SegmentCost.Rbf })
        {
            var one = Assert.Single(BreakDates.Of(y).WithCost(cost).Find().Breaks);
            Assert.InRange(one.Index, 85, 95);
            Assert.True(one.Lower <= 90 && one.Upper >= 90, $"{cost}: {one.Lower} to {one.Upper}");
        }
    }

    [Fact]
    public void Series_that_break_together_are_dated_more_closely_than_one_alone()
    {
        var (a, b) = (BreakData.Random(51, 100, whole: false, levels: false), BreakData.Random(52, 100, whole: false, levels: false));
        for (var i = 60; i < 100; i++)
            (a[i], b[i]) = (a[i] + 2, b[i] - 2);

        var alone = Assert.Single(BreakDates.Of(a).Find().Breaks);
        var together = Assert.Single(BreakDates.OfColumns(a, b).Find().Breaks);

        Assert.InRange(together.Index, 59, 61);
        Assert.True(together.Upper - together.Lower <= alone.Upper - alone.Lower);
        Assert.Equal(2, together.Before.Means.Count);
    }

    [Theory]
    [InlineData(1e-12, 0)]
    [InlineData(1e12, 0)]
    [InlineData(1, 1e9)]
    public void Neither_scale_nor_offset_moves_interval_or_posterior(double scale, double offset)
    {
        var moved = BreakDates.Of([.. Nile().Select(one => one * scale + offset)]).Find().Breaks[0];

        Assert.Equal((28, 25, 32), (moved.Index, moved.Lower, moved.Upper));
        Assert.Equal(BreakDates.Of(Nile()).Posterior(1)[0][28], moved.Posterior![28], 1e-6);
    }

    [Theory]
    [InlineData(5.0, 5.0, 5.0, 5.0, 5.0, 5.0)]
    [InlineData(0.0, 0.0, 0.0, 1.0, 1.0, 1.0)]
    [InlineData(1.0, 2.0)]
    [InlineData(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)]
    [InlineData(1e300, -1e300, 1.0, 2.0, 3.0, 4.0)]
    public void Degenerate_series_have_finite_answers_or_a_typed_fault(params double[] y)
    {
        foreach (var cost in Enum.GetValues<SegmentCost>())
            try
            {
                var result = BreakDates.Of(y).WithCost(cost).WithPenalty(0.01).Find();
                Assert.True(double.IsFinite(result.TotalCost) && result.Segments.All(segment => double.IsFinite(segment.Mean)));
                Assert.All(result.Breaks, one => Assert.True(one.Lower <= one.Index && one.Index <= one.Upper && one.Lower > 0 && one.Upper < y.Length));
                Assert.All(result.Breaks, one => Assert.True(one.Posterior is null || Math.Abs(one.Posterior.Probabilities.Sum() - 1) < 1e-9));
                Assert.NotEmpty(BreakDates.Of(y).WithCost(cost).Path().Steps);
            }
            catch (BreakException fault)
            {
                Assert.NotEqual("", fault.Code);
            }
    }

    [Theory]
    [InlineData("COUNT", 40)]
    [InlineData("COUNT", 0)]
    public void More_breaks_than_fit_have_no_posterior(string code, int breaks) =>
        Assert.Equal(code, Assert.Throws<BreakException>(() => BreakDates.Of([1, 2, 3, 4, 5, 6]).Posterior(breaks)).Code);

    private static double[] Nile() =>
        [.. File.ReadAllLines(Repository.Reference("data", "impact", "nile.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];

    private static double Variance(double[] y)
    {
        var mean = y.Average();
        return y.Sum(one => (one - mean) * (one - mean)) / y.Length;
    }
}
