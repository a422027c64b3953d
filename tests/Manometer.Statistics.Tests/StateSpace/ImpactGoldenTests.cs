namespace Manometer.Statistics.Tests;

/// <summary>Averages of the effect that were computed by the quadrature at 400 x 129 nodes in another program, and lie within sampling error of the reference sampler (CausalImpact 1.4.1 on bsts 0.9.10).</summary>
public class ImpactGoldenTests
{
    [Theory]
    [InlineData("w0_man52.csv", 40, 0, 9.764315, 0.392508, 8.993170, 10.534906, 2e-6)]
    [InlineData("w1_vignette100.csv", 70, 0, 10.518940, 0.363509, 9.805550, 11.232485, 2e-6)]
    [InlineData("w2_n1000p10.csv", 700, 0, 4.766018, 0.610619, 3.561044, 5.962771, 2e-6)]
    [InlineData("w3_n1000p0.csv", 700, 0, 1.975100, 0.273358, 1.452997, 2.528540, 2e-6)]
    [InlineData("w4_n1000p50.csv", 700, 0, 5.0741, 0.5659, 3.9640, 6.1896, 5e-4)]
    [InlineData("w5_seas7.csv", 900, 7, 1.598075, 0.271015, 1.061898, 2.127661, 2e-6)]
    public void The_average_effect_is_that_of_the_fine_quadrature(string file, int fitted, int seasons, double effect, double sd, double lower, double upper, double tolerance)
    {
        var result = ImpactData.Read(file).Fit(fitted, new() { Seasons = seasons });

        Assert.Equal([effect, sd, lower, upper], [result.Effect, result.Sd, result.Lower, result.Upper], (a, b) => Math.Abs(a - b) <= tolerance);
        Assert.Equal(ImpactWarnings.None, result.Warnings);
    }

    [Fact]
    public void Noise_columns_are_left_out_and_true_ones_kept()
    {
        var data = ImpactData.Read("w2_n1000p10.csv");
        var solver = new ImpactSolver();
        solver.Fit(data.Y, data.X, data.Covariates, new(0, 699, 700, 999));

        Assert.Equal([0.8142, 1, 1, 1, 0.0178, 0.0027, 0.0025, 0.0032, 0.0027, 0.0031, 0.0029], solver.Engine.Inclusion.ToArray(), (a, b) => Math.Abs(a - b) < 6e-5);
    }

    [Theory]
    [InlineData("w0_man52.csv", 40, 0, 0.417594, 0.010245, 1e-6)]
    [InlineData("w1_vignette100.csv", 70, 0, 0.39496, 0.01025, 1e-5)]
    [InlineData("w2_n1000p10.csv", 700, 0, 0.196046, 0.008890, 1e-6)]
    [InlineData("w3_n1000p0.csv", 700, 0, 0.88610, 0.01900, 1e-5)]
    [InlineData("w5_seas7.csv", 900, 7, 0.435967, 0.011047, 2e-6)]
    public void Noise_and_level_step_have_the_means_of_the_fine_quadrature(string file, int fitted, int seasons, double noise, double level, double tolerance)
    {
        var data = ImpactData.Read(file);
        var solver = new ImpactSolver { Model = new() { Seasons = seasons } };
        solver.Fit(data.Y, data.X, data.Covariates, new(0, fitted - 1, fitted, data.Y.Length - 1));

        Assert.Equal(noise, solver.Engine.ObservationSd, tolerance);
        Assert.Equal(level, solver.Engine.AxisSds[0], tolerance);
        if (seasons > 0)
            Assert.Equal(0.002783, solver.Engine.AxisSds[1], 1e-6);
    }
}
