namespace Manometer.Statistics.Tests;

public class OrdinalGoldenTests
{
    // METHODS 5.3, checked by us with another program
    [Theory]
    [InlineData(3, 0.090204)]
    [InlineData(6, 0.264241)]
    [InlineData(12, 0.593994)]
    [InlineData(24, 0.908422)]
    [InlineData(36, 0.982649)]
    public void A_lag_of_twelve_months_builds_up_as_tabled(double months, double share) => Assert.Equal(share, new LagKernel(12).At(months), 1e-6);

    [Fact]
    public void Nothing_acts_before_it_starts()
    {
        Assert.Equal(0, new LagKernel(12).At(0));
        Assert.Equal(0, new LagKernel(12).At(-5));
        // the series near 0 meets the closed form
        var x = 0.0199;
        Assert.Equal(1 - Math.Exp(-x) * (1 + x), new LagKernel(2).At(x), 1e-15);
    }

    [Fact]
    public void Adaptation_wears_an_effect_off_only_past_the_mean_lag()
    {
        var kernel = new LagKernel(12, 24);
        Assert.Equal(new LagKernel(12).At(12), kernel.At(12), 1e-15);
        Assert.Equal(new LagKernel(12).At(36) * Math.Exp(-1), kernel.At(36), 1e-15);
    }

    [Fact]
    public void The_grid_carries_the_weights_of_the_claim()
    {
        var grid = LagKernel.Grid([0.02, 0.08, 0.30, 0.25, 0.20, 0.15], [12, 24, 48, double.PositiveInfinity]);
        Assert.Equal(24, grid.Count);
        Assert.Equal(1, grid.Sum(k => k.Weight), 1e-12);
        Assert.Equal(0.30, grid.Where(k => k.Kernel.Mean == 12).Sum(k => k.Weight), 1e-12);
    }

    [Fact]
    public void Five_three_one_and_one_reports_are_worth_2_7778_origins()
    {
        Assert.Equal(2.7778, EffectiveOrigins.Kish([5, 3, 1, 1]), 5e-5);
        Assert.Equal(0, EffectiveOrigins.Kish([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EffectiveOrigins.Kish([1, double.NaN]));
    }

    // METHODS 6.4, checked by us with another program; the third is given there as .8749, its formula gives .87482
    [Theory]
    [InlineData(0.70, 3, 0.1953)]
    [InlineData(0.70, 10, 0.0447)]
    [InlineData(0.41, 3, 0.87482)]
    [InlineData(0.41, 10, 0.7142)]
    public void The_power_to_notice_an_effect_of_one_and_a_half(double posteriorSd, double bar, double power) =>
        Assert.Equal(power, EffectPower.At(1, posteriorSd, 1.5, bar).Power, 5e-5);

    [Fact]
    public void The_parts_of_the_power_statement_are_those_of_the_worked_example()
    {
        var power = EffectPower.At(1, 0.70, 1.5, 3);
        Assert.Equal(0.980196, power.DataSd, 5e-7);
        Assert.Equal(0.51, power.Share, 1e-12);
        Assert.Equal(2.388935, power.Threshold, 5e-7);
        Assert.Equal(3.229314, EffectPower.At(1, 0.70, 1.5, 10).Threshold, 5e-7);
    }

    [Fact]
    public void Data_that_do_not_narrow_the_prior_have_no_power() => Assert.Equal(0, EffectPower.At(1, 1, 5, 3).Power);

    [Fact]
    public void Rules_of_quadrature_integrate_moments_of_the_normal_exactly()
    {
        foreach (var count in (int[])[1, 2, 5, 9, 15])
        {
            var (points, weights) = GaussHermite.Rule(count);
            Assert.Equal(1, weights.Sum(), 1e-13);
            if (count > 2)
                Assert.Equal(3, points.Zip(weights, (x, w) => w * x * x * x * x).Sum(), 1e-11);
        }
        foreach (var kind in (OrdinalQuadrature[])[OrdinalQuadrature.GaussHermite, OrdinalQuadrature.Composite, OrdinalQuadrature.Star])
            for (var dimension = 1; dimension <= (kind == OrdinalQuadrature.GaussHermite ? 4 : 8); dimension++)
            {
                var design = ScaleDesign.Make(kind, dimension);
                double Expect(Func<double[], double> f) => design.Sum(p => Math.Exp(p.LogCoefficient - 0.5 * p.Z.Sum(z => z * z) - 0.5 * dimension * Math.Log(2 * Math.PI)) * f(p.Z));
                Assert.Equal(1, Expect(_ => 1), 1e-12);
                Assert.Equal(0, Expect(z => z[0]), 1e-12);
                for (var a = 0; a < dimension; a++)
                {
                    Assert.Equal(1, Expect(z => z[a] * z[a]), 1e-12);
                    for (var b = 0; b < a; b++)
                        Assert.Equal(0, Expect(z => z[a] * z[b]), 1e-12);
                }
            }
    }

    [Fact]
    public void A_mixture_of_normals_finds_its_quantiles()
    {
        var mixture = new NodeMixture([0.2, 0.8], [-3, 1], [0.5, 2]);
        foreach (var p in (double[])[0.001, 0.05, 0.25, 0.5, 0.9, 0.999])
            Assert.Equal(p, mixture.Cdf(mixture.Quantile(p)), 1e-10);
        Assert.Equal(0.2, mixture.Mean, 1e-12);
    }
}
