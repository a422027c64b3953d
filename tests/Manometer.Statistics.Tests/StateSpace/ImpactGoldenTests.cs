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

    // CausalImpact 1.4.1 on bsts 0.9.10, 10,000 draws (data/impact/golden_causalimpact_R_raw.txt); tolerance: 4 Monte Carlo errors, the sampler's effective size taken as 1,000
    [Theory]
    [InlineData("arma_data.csv", "y", "X", 70, 100, 5.0, 4.8847975, 0.302825, 4.2922678, 5.4819686)]
    [InlineData("google_data.csv", "y", "x1 x2", 60, 90, 0.0, 26.130632, 4.5942, 17.038821, 35.058921)]
    [InlineData("comparison_data.csv", "CHANGED", "NOT_CHANGED_1 NOT_CHANGED_2 NOT_CHANGED_3", 90, 108, 0.0, -639.21128, 746.151, -2108.7437, 809.19572)]
    public void The_average_effect_agrees_with_the_reference_sampler(string file, string response, string covariates, int fitted, int rows, double added, double effect, double sd, double lower, double upper)
    {
        var data = ImpactData.Read(file, rows, response, covariates.Split(' '));
        for (var t = fitted; t < data.Y.Length; t++)
            data.Y[t] += added;

        Agrees(data.Fit(fitted), effect, sd, lower, upper);
    }

    [Fact] // Proposition 99: more columns than rows before the tax
    public void The_average_effect_agrees_with_the_reference_sampler_where_columns_outnumber_rows() =>
        Agrees(ImpactData.OfStates("California").Fit(19), -21.354174, 10.2109, -38.10559, 3.8212134);

    private static void Agrees(ImpactSummary result, double effect, double sd, double lower, double upper)
    {
        var error = sd / Math.Sqrt(1000);
        Assert.Equal(effect, result.Effect, 4 * error);
        Assert.Equal(sd, result.Sd, 4 * error / Math.Sqrt(2));
        Assert.Equal([lower, upper], [result.Lower, result.Upper], (a, b) => Math.Abs(a - b) <= 4 * 2.67 * error); // sqrt(p (1 - p)) / density at 2.5 %
    }
}
