using CsCheck;

namespace Manometer.Statistics.Tests;

public class StackingTests
{
    [Fact]
    public void The_best_of_two_that_take_turns_is_half_and_half()
    {
        var found = Stacking.Of([[Math.Log(0.8), Math.Log(0.2)], [Math.Log(0.2), Math.Log(0.8)]]);

        Assert.Equal(0.5, found.Weights[0], 1e-6);
        Assert.Equal(Math.Log(0.5), found.Score, 1e-6);
    }

    [Fact]
    public void A_forecaster_that_is_never_better_gets_nothing()
    {
        var found = Stacking.Of([.. Enumerable.Range(0, 12).Select(i => new[] { Math.Log(0.5 + 0.03 * i), Math.Log(0.3 + 0.02 * i), double.NegativeInfinity })]);

        Assert.Equal(1, found.Weights[0], 1e-5);
        Assert.True(found.Gap <= 1e-7);
    }

    /// <summary>Against a second computation: the best of a fine grid, of two and of three forecasters.</summary>
    [Fact]
    public void No_weights_on_a_grid_are_better() => Gen.Select(Gen.Int[2, 3], Gen.Int[1, 15], Gen.ULong).Sample((size, events, seed) =>
    {
        var random = new Xoshiro256(seed);
        double[][] rows = [.. Enumerable.Range(0, events).Select(_ => Enumerable.Range(0, size).Select(_ => Math.Log(0.02 + random.NextDouble())).ToArray())];

        var found = Stacking.Of(rows);

        Assert.Equal(1, found.Weights.Sum(), 1e-12);
        Assert.Equal(Score(rows, found.Weights), found.Score, 1e-9);
        for (var a = 0; a <= 100; a++)
            for (var b = 0; b <= (size == 2 ? 0 : 100 - a); b++)
                Assert.True(Score(rows, size == 2 ? [a / 100.0, 1 - a / 100.0] : [a / 100.0, b / 100.0, 1 - (a + b) / 100.0]) <= found.Score + found.Gap + 1e-12);
    }, iter: 60);

    private static double Score(double[][] rows, IReadOnlyList<double> weights) => rows.Average(row => Math.Log(row.Select((one, j) => weights[j] * Math.Exp(one)).Sum()));

    [Fact]
    public void What_cannot_be_stacked_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Stacking.Of([]));
        Assert.Throws<ArgumentException>(() => Stacking.Of([[0.0, 1.0], [0.0]]));
        Assert.Throws<ArgumentException>(() => Stacking.Of([[double.NaN, 0]]));
        Assert.Throws<ArgumentException>(() => Stacking.Of([[double.NegativeInfinity, double.NegativeInfinity]]));
    }
}
