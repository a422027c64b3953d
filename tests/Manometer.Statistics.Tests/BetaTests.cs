using CsCheck;
using Manometer.Statistics;

namespace Manometer.Statistics.Tests;

public class BetaTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.975)]
    public void With_both_shapes_one_half_the_quantile_is_that_of_the_arcsine_law(double probability) =>
        Assert.Equal(Math.Pow(Math.Sin(Math.PI * probability / 2), 2), Beta.Quantile(probability, 0.5, 0.5), 1e-12);

    [Theory]
    [InlineData(0.3, 4.5)]
    [InlineData(0.9, 0.5)]
    [InlineData(0.01, 20)]
    public void With_the_second_shape_one_the_distribution_is_a_power(double x, double a) =>
        Assert.Equal(Math.Pow(x, a), Beta.Distribution(x, a, 1), 1e-13);

    [Fact] // Abramowitz and Stegun 26.5.24: I_x(a, n - a + 1) is the upper tail of a binomial
    public void With_whole_shapes_the_distribution_is_a_sum_of_binomial_terms() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], Gen.Double[0.01, 0.99]).Sample((a, b, x) =>
            Math.Abs(BinomialTail(a, a + b - 1, x) - Beta.Distribution(x, a, b)) < 1e-12);

    [Fact] // an independent second computation: Simpson's rule on the density after x = sin^2 t, which removes the poles at the ends
    public void The_distribution_agrees_with_quadrature_of_the_density() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Double[0.02, 0.98]).Sample((k, m, x) =>
            Math.Abs(ByQuadrature(x, k + 0.5, m + 0.5) - Beta.Distribution(x, k + 0.5, m + 0.5)) < 1e-9);

    [Fact]
    public void The_quantile_undoes_the_distribution() =>
        Gen.Select(Gen.Double[0.5, 200], Gen.Double[0.5, 200], Gen.Double[0.001, 0.999]).Sample((a, b, p) =>
            Math.Abs(Beta.Distribution(Beta.Quantile(p, a, b), a, b) - p) < 1e-10);

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(-0.1, 1, 1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.5, 1, double.PositiveInfinity)]
    public void Values_outside_the_domain_are_refused(double x, double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Distribution(x, a, b));

    private static double BinomialTail(int a, int n, double x)
    {
        double term = Math.Pow(1 - x, n), below = 0;
        for (var k = 0; k < a; k++)
        {
            below += term;
            term *= (n - k) * x / ((k + 1) * (1 - x));
        }

        return 1 - below;
    }

    private static double ByQuadrature(double x, double a, double b)
    {
        var end = Math.Asin(Math.Sqrt(x));
        return Simpson(end) / Simpson(Math.PI / 2);

        double Simpson(double to)
        {
            const int Steps = 4000;
            double sum = 0, h = to / Steps;
            for (var i = 0; i <= Steps; i++)
                sum += (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2) * Density(i * h);
            return sum * h / 3;
        }

        double Density(double t) => Math.Pow(Math.Sin(t), 2 * a - 1) * Math.Pow(Math.Cos(t), 2 * b - 1);
    }
}
