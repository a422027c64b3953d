namespace Manometer.Statistics.Tests;

public sealed class NormalTests
{
    [Theory]
    [InlineData(-30, 4.906713927148187e-198)]
    [InlineData(-20.5, 1.0764673258790961e-93)]
    [InlineData(-12.01, 1.5742252694411137e-33)]
    [InlineData(-11.99, 2.004525837372423e-33)]
    [InlineData(-8.3, 5.205569744890254e-17)]
    [InlineData(-5.0625, 2.0689703270164973e-07)]
    [InlineData(-4, 3.1671241833119924e-05)]
    [InlineData(-3.99, 3.303664762940242e-05)]
    [InlineData(-2.3, 0.01072411002167581)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-0.5, 0.3085375387259869)]
    [InlineData(-0.0625, 0.47508233097075275)]
    [InlineData(-0.01, 0.4960106436853684)]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.6179114221889527)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(2, 0.9772498680518208)]
    [InlineData(5, 0.9999997133484281)]
    public void Distribution_function_keeps_its_relative_accuracy_in_the_tails(double x, double expected)
    {
        Assert.InRange(Normal.Cdf(x) / expected - 1, -4e-15, 4e-15);
        Assert.Equal(Normal.Cdf(x), Normal.Survival(-x));
    }

    [Fact]
    public void Quantile_is_the_inverse_of_the_distribution_function()
    {
        for (var x = -37.0; x < 8; x += 0.0371)
            Assert.InRange(Normal.InverseCdf(Normal.Cdf(x)), x - Slack(x), x + Slack(x));

        // Above 0 the distribution function itself holds fewer digits of x the nearer it comes to 1.
        static double Slack(double x) => 1e-14 * (1 + Math.Abs(x)) + (x > 0 ? 2e-16 / Normal.Density(x) : 0);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(0.05, -1.6448536269514722)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Quantiles_known_to_all_digits(double p, double expected) => Assert.Equal(expected, Normal.InverseCdf(p), 1e-14);

    [Fact]
    public void Density_is_the_derivative_of_the_distribution_function()
    {
        for (var x = -6.0; x <= 6; x += 0.31)
            Assert.Equal(Normal.Density(x), (Normal.Cdf(x + 1e-5) - Normal.Cdf(x - 1e-5)) / 2e-5, 1e-9);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Normal.InverseCdf(p));
}
