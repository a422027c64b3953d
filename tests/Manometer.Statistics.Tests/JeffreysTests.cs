using CsCheck;
using Manometer.Statistics;

namespace Manometer.Statistics.Tests;

public class JeffreysTests
{
    [Fact]
    public void Without_trials_anything_is_possible() => Assert.Equal((0, 1), Jeffreys.Interval(0, 0, 0.9));

    [Fact] // the upper limit solves (1-x)-type tails: with k = 0 the lower limit is 0 by Brown, Cai and DasGupta (2001), equation (8)
    public void With_no_success_the_interval_starts_at_zero_and_with_all_it_ends_at_one()
    {
        var none = Jeffreys.Interval(0, 12, 0.9);
        var all = Jeffreys.Interval(12, 12, 0.9);

        Assert.Equal(0, none.Low);
        Assert.Equal(1, all.High);
        Assert.Equal(none.High, 1 - all.Low, 1e-12);
    }

    [Fact]
    public void More_trials_of_the_same_share_narrow_the_interval() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20]).Sample((k, m) =>
        {
            var (few, many) = (Jeffreys.Interval(k, k + m, 0.9), Jeffreys.Interval(10 * k, 10 * (k + m), 0.9));
            return many.High - many.Low < few.High - few.Low;
        });

    [Fact] // simulation with known truth; Brown, Cai and DasGupta (2001) show mean coverage near the nominal level for n from 10 up
    public void On_average_over_proportions_the_ninety_percent_interval_covers_ninety_percent()
    {
        const int Trials = 20;
        double covered = 0, proportions = 0;
        for (var p = 0.005; p < 1; p += 0.01)
        {
            var term = Math.Pow(1 - p, Trials);
            for (var k = 0; k <= Trials; k++)
            {
                var (low, high) = Jeffreys.Interval(k, Trials, 0.9);
                if (low <= p && p <= high)
                    covered += term;
                term *= (Trials - k) * p / ((k + 1) * (1 - p));
            }

            proportions++;
        }

        Assert.InRange(covered / proportions, 0.89, 0.92);
    }

    [Theory]
    [InlineData(3, 2, 0.9)]
    [InlineData(-1, 2, 0.9)]
    [InlineData(1, 2, 1)]
    [InlineData(1, double.NaN, 0.9)]
    public void Values_outside_the_domain_are_refused(double successes, double trials, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Jeffreys.Interval(successes, trials, level));
}
