using System.Globalization;
using System.Runtime.Intrinsics;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>Pieces of the engine against closed forms and published values.</summary>
public class ImpactAnchorTests
{
    [Fact] // KFAS 1.5, exact diffuse start, H = 15099, Q = 1469.1
    public unsafe void The_filter_gives_the_published_likelihood_and_level_of_the_Nile()
    {
        var flow = File.ReadAllLines(Repository.Reference("data", "impact", "nile.csv"))[1..].Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).Append(0).ToArray();
        var series = new ImpactSeries();
        var (h, ratio) = (15099.0, 1469.1 / 15099);
        series.Fill(flow, [], 0, new(0, 99, 100, 100), new() { Raw = true });
        var layout = new StateLayout(false, 0, 1, 0);
        var priors = new ImpactPriors();
        priors.Fill(new(), series, layout);
        var s = stackalloc Vector256<double>[3];
        var e = stackalloc Vector256<double>[2];
        var p = Vector256<double>.Zero;
        var ratios = Vector256.Create(ratio);
        Vector256<double> logDeterminant;
        RatioFilter.Run(series, layout, &ratios, s, e, &p, &logDeterminant);
        var (yy, dy, dd) = (s[0].ToScalar(), s[1].ToScalar(), s[2].ToScalar());

        var likelihood = -99.0 / 2 * Math.Log(2 * Math.PI * h) - 0.5 * logDeterminant.ToScalar() - 0.5 * Math.Log(dd) - 0.5 * (yy - dy * dy / dd) / h;
        var first = dy / dd; // v is linear in the first level, so that is a regression
        Assert.Equal(-632.54562511567, likelihood, 1e-9);
        Assert.Equal(798.370292608, -e[0].ToScalar() + e[1].ToScalar() * first, 1e-8);
        Assert.Equal(5501.25794181, h * (p.ToScalar() + ratio + e[1].ToScalar() * e[1].ToScalar() / dd), 1e-7);
    }

    [Theory] // with first states that vary with the noise everything is Student's t given the ratios
    [InlineData(0)]
    [InlineData(2)]
    public void The_quadrature_over_the_noise_gives_the_closed_form(int covariates)
    {
        var world = new ImpactWorld(new ImpactModel { Raw = true, Observation = new(0.5, 10, 1.2) }, covariates, 20, 5);
        var truth = world.Draw(new(3));
        // an upper limit so far away that it cuts nothing, as the closed form wants
        var model = new ImpactModel { Raw = true, ScaledInitial = true, Observation = new(0.5, 10, 1e6), Level = new(0.01, 32, 1e6) };
        var solver = new ImpactSolver { Model = model };
        truth.Fit(solver);

        Assert.Equal(ScaledClosedForm.LogEvidence(truth, model), solver.Engine.LogEvidence, 1e-9);
    }

    [Fact]
    public void Logarithm_exponential_and_tail_of_four_are_those_of_one()
    {
        for (var x = -40.0; x < 40; x += 0.0371)
        {
            var exp = Lanes.Exp(Vector256.Create(x)).ToScalar();
            Assert.Equal(1, exp / Elementary.Exp(x), 1e-14);
            Assert.Equal(x, Lanes.Log(Vector256.Create(exp)).ToScalar(), 4e-15 * Math.Max(1, Math.Abs(x)));
            if (Math.Abs(x) < 36)
                Assert.Equal(1, Lanes.Tail(Vector256.Create(x), out _).ToScalar() / Statistics.Normal.Survival(Math.Abs(x)), 5e-12);
        }
    }

    [Fact]
    public void Moments_of_the_inverse_are_those_of_a_fine_sum()
    {
        var mixture = new GaussianMixture();
        mixture.Add(Vector256.Create(1.0, 2, 0, 1), Vector256.Create(10.0, 11, 5, 12), Vector256.Create(1.0, 0.5, 1, 0.25), Vector256<double>.Zero);
        mixture.Normalise();
        var (first, second) = (0.0, 0.0);
        foreach (var (w, m, v) in new[] { (0.25, 10, 1.0), (0.5, 11, 0.5), (0.25, 12, 0.25) })
            for (var z = -8.0; z <= 8; z += 0.01)
            {
                var y = m + Math.Sqrt(v) * z;
                first += w * 0.01 * Statistics.Normal.Density(z) / y;
                second += w * 0.01 * Statistics.Normal.Density(z) / (y * y);
            }
        Assert.Equal(first, mixture.Inverse(0).First, 1e-9);
        Assert.Equal(second, mixture.Inverse(0).Second, 1e-9);
    }
}
