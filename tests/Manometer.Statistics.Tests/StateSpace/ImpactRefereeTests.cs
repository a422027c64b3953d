namespace Manometer.Statistics.Tests;

/// <summary>The quadrature against a Gibbs sampler of the same posterior; agreement is four standard errors of the sampler.</summary>
public class ImpactRefereeTests
{
    [Theory]
    [InlineData("w0_man52.csv", 40)]
    [InlineData("w1_vignette100.csv", 70)]
    public void The_sampler_agrees_on_the_reference_series(string file, int fitted)
    {
        var data = ImpactData.Read(file);
        Agree(data.Y, Enumerable.Range(0, data.Covariates).Select(j => data.X[(j * data.Y.Length)..((j + 1) * data.Y.Length)]).ToArray(), fitted, new(), 5000);
    }

    [Fact]
    public void The_sampler_agrees_where_values_are_missing_and_sets_of_columns_compete()
    {
        var random = new Xoshiro256(41);
        var x = Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 60).Select(_ => random.NextNormal()).ToArray()).ToArray();
        var y = Enumerable.Range(0, 60).Select(t => 10 + 0.8 * x[0][t] + 0.25 * x[1][t] + random.NextNormal() + (t >= 45 ? 1 : 0)).ToArray();
        foreach (var t in new[] { 3, 17, 18, 19, 44, 50 })
            y[t] = double.NaN;
        Agree(y, x, 45, new(), 5000);
    }

    [Fact]
    public void The_sampler_agrees_on_a_season()
    {
        var random = new Xoshiro256(43);
        var effects = new[] { 1.0, -0.5, -1, 0.5 };
        var y = Enumerable.Range(0, 64).Select(t => effects[t % 4] + 0.7 * random.NextNormal() + (t >= 48 ? 1 : 0)).ToArray();
        y[20] = double.NaN;
        // a tight prior on the season's step lets the sampler mix
        Agree(y, [], 48, new() { Seasons = 4, Season = new(0.05, 32, 1) }, 5000);
    }

    private static void Agree(double[] y, double[][] x, int fitted, ImpactModel model, int draws)
    {
        var builder = x.Aggregate(CausalImpact.Of(y), (one, column) => one.With(column)).Before(0, fitted - 1).Model(_ => model);
        var exact = builder.Estimate();
        var sampled = new ImpactReferee(model, y, x, fitted, 20261125).Run(draws);

        Close(exact.Average.Predicted, sampled.Average, "average");
        Close(exact.Average.Sd * exact.Average.Sd, [.. sampled.Average.Select(one => (one - exact.Average.Predicted) * (one - exact.Average.Predicted))], "variance");
        Close(0.025, [.. sampled.Average.Select(one => one < exact.Average.Actual - exact.Average.Upper ? 1.0 : 0)], "below the interval");
        Close(0.025, [.. sampled.Average.Select(one => one > exact.Average.Actual - exact.Average.Lower ? 1.0 : 0)], "above the interval");
        var scale = exact.Noises[0].Guess / (model.Observation ?? (x.Length > 0 ? new(Math.Sqrt(0.2), 50, 1.2) : new(1, 0.01, 1.2))).Guess;
        Close(exact.Noises[0].Mean / scale, sampled.ObservationSd, "noise");
        Close(exact.Noises[1].Mean / scale, sampled.LevelSd, "level step");
        // not the constant: it and the level change places too seldom for the sampler's error to be known in 5,000 draws; 60,000 agree
        for (var j = 1; j < exact.Columns.Count; j++)
            if (exact.Columns[j].Prior < 1)
                Close(exact.Columns[j].Probability, [.. sampled.Included.Select(one => one[j])], exact.Columns[j].Name);
        foreach (var row in new[] { 0, fitted / 3, fitted - 1 })
            Close(exact.Parts[row].Level, [.. sampled.Level.Select(one => one[row])], $"level in row {row}");
    }

    private static void Close(double exact, IReadOnlyList<double> chain, string what)
    {
        var (mean, error) = ImpactReferee.Mean(chain);
        Assert.True(Math.Abs(exact - mean) <= 4 * Math.Max(error, 1.0 / chain.Count * Math.Abs(mean)), $"{what}: {exact} against {mean} ({error})");
    }
}
