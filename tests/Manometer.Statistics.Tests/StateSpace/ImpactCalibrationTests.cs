namespace Manometer.Statistics.Tests;

/// <summary>Series drawn from the prior: what the posterior says of the truth must then be uniform (Talts et al. 2018).</summary>
public class ImpactCalibrationTests
{
    public static TheoryData<string, ImpactModel, int> Models() => new()
    {
        { "one covariate", new() { Raw = true }, 1 },
        { "two covariates", new() { Raw = true }, 2 },
        { "wide level", new() { Raw = true, Level = new(0.3, 4, 1) }, 1 },
        { "season", new() { Raw = true, Seasons = 4, Season = new(0.1, 8, 1) }, 1 },
        { "trend", new() { Raw = true, Trend = true, Slope = new(0.02, 16, 1) }, 0 },
        { "wandering coefficient", new() { Raw = true, Dynamic = true, Coefficient = new(0.05, 8, 0.3) }, 1 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Truths_from_the_prior_have_uniform_ranks(string name, ImpactModel model, int covariates)
    {
        // without covariates the default prior of the noise has hardly any weight, and draws from it are beyond numbers
        model = model with { Observation = new(0.5, 10, 1.2) };
        var world = new ImpactWorld(model, covariates, fitted: 30, after: 10);
        var random = new Xoshiro256(7);
        var solver = new ImpactSolver { Model = model };
        var ranks = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var replicates = model.Trend || model.Seasons > 0 || model.Dynamic ? 40 : 300;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var truth = world.Draw(random);
            foreach (var (what, rank) in truth.Ranks(solver))
            {
                if (!ranks.TryGetValue(what, out var list))
                    ranks[what] = list = [];
                list.Add(rank);
            }
        }
        foreach (var (what, list) in ranks)
        {
            var bins = new int[10];
            foreach (var rank in list)
                bins[Math.Min((int)(rank * 10), 9)]++;
            var chi = bins.Sum(count => (count - replicates / 10.0) * (count - replicates / 10.0) / (replicates / 10.0));
            Assert.True(chi < 29.7, $"{name}, {what}: chi-square {chi} on 9 degrees of freedom: {string.Join(' ', bins)}"); // p > .0005, for 30 statistics
        }
    }

    [Fact]
    public void Intervals_cover_as_often_as_they_say()
    {
        var model = new ImpactModel { Raw = true, Observation = new(Math.Sqrt(0.2), 50, 1.2) };
        var world = new ImpactWorld(model, 1, fitted: 40, after: 10);
        var random = new Xoshiro256(11);
        var solver = new ImpactSolver { Model = model };
        var covered = 0;
        const int sets = 1000;
        for (var i = 0; i < sets; i++)
        {
            var truth = world.Draw(random);
            var fit = truth.Fit(solver);
            covered += truth.Average >= fit.PredictedLower && truth.Average <= fit.PredictedUpper ? 1 : 0;
        }
        Assert.InRange(covered / (double)sets, 0.935, 0.965);
    }
}
