using System.Runtime.Intrinsics;

namespace Manometer.Statistics.Tests;

/// <summary>The filters of a level, and of a level with seasons, against the one written out for all layouts: missing rows, from a level that stands still to one that jumps.</summary>
public unsafe class RatioFilterTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(0, 1, 5)]
    [InlineData(0, 1, 6)]
    [InlineData(1, 1, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(6, 3, 2)]
    [InlineData(11, 1, 1)]
    public void A_filter_of_few_states_agrees_with_the_general_one(int season, int length, int covariates)
    {
        const int fitted = 101;
        var random = new Xoshiro256((ulong)(100 * season + covariates));
        var y = Enumerable.Range(0, fitted + 1).Select(t => t % 13 == 5 || t is 40 or 41 or 42 or fitted - 1 ? double.NaN : 3 + t % 7 + random.NextNormal()).ToArray();
        y[^1] = 0;
        var x = Enumerable.Range(0, covariates * y.Length).Select(_ => random.NextNormal()).ToArray();
        var series = new ImpactSeries();
        series.Fill(y, x, covariates, new(0, fitted - 1, fitted, fitted), new());
        var layout = new StateLayout(Slope: false, season, length, 0);
        Vector256<double>[] ratios = [Vector256.Create(1e-10, 1e-4, 0.3, 100), Vector256.Create(1e-5, 10, 0.02, 1e-9)];

        var quick = Outcome(series, layout, ratios, general: false);
        var slow = Outcome(series, layout, ratios, general: true);
        Assert.Equal(slow.Length, quick.Length);
        for (var i = 0; i < slow.Length; i++)
            for (var lane = 0; lane < 4; lane++)
                Assert.Equal(slow[i][lane], quick[i][lane], 1e-9 * Math.Max(1, Math.Abs(slow[i][lane])));
    }

    // Sums, states, covariance and ln det, one after the other.
    private static Vector256<double>[] Outcome(ImpactSeries series, StateLayout layout, Vector256<double>[] ratios, bool general)
    {
        var columns = 1 + layout.Initial + series.Alive;
        var (sums, states, square) = (columns * (columns + 1) / 2, columns * layout.States, layout.States * layout.States);
        var outcome = new Vector256<double>[sums + states + square + 1];
        var scratch = new Vector256<double>[Math.Max(1, RatioFilter.Scratch(layout, columns))];
        fixed (Vector256<double>* s = outcome, ratio = ratios, work = scratch)
        {
            var (atStates, atSquare) = (sums, sums + states);
            if (general)
                RatioFilter.General(series, layout, ratio, columns, s, s + atStates, s + atSquare, s + atSquare + square);
            else
                RatioFilter.Run(series, layout, ratio, s, s + atStates, s + atSquare, s + atSquare + square, work);
        }

        return outcome;
    }
}
