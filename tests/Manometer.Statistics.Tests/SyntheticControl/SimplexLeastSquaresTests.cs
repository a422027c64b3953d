using CsCheck;

namespace Manometer.Statistics.Tests;

public class SimplexLeastSquaresTests
{
    [Fact]
    public void A_target_between_two_columns_is_their_mix() =>
        Near([.25, .75, 0], new SimplexLeastSquares().Solve([0, 0, 4, 4, 9, -9], [3, 3]));

    [Fact]
    public void A_target_outside_goes_to_the_nearest_corner() =>
        Near([0, 1], new SimplexLeastSquares().Solve([0, 0, 1, 1], [5, 5]));

    [Theory]
    [InlineData(1)]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    [InlineData(1e150)]
    public void Weights_do_not_depend_on_the_unit(double unit)
    {
        var (columns, target) = Random(7, 12, 20);
        var plain = new SimplexLeastSquares().Solve(columns, target).ToArray();

        var solver = new SimplexLeastSquares();
        Near(plain, solver.Solve([.. columns.Select(one => one * unit)], [.. target.Select(one => one * unit)]), 1e-9);
        Assert.True(solver.KktResidual <= 1e-9);
    }

    [Fact]
    public void Weights_do_not_depend_on_the_zero_of_the_scale()
    {
        var (columns, target) = Random(7, 12, 30); // more columns than rows: the optimum is not unique
        var plain = new SimplexLeastSquares().Solve(columns, target).ToArray();

        Near(plain, new SimplexLeastSquares().Solve([.. columns.Select(one => one + 1e6)], [.. target.Select(one => one + 1e6)]), 1e-4);
    }

    [Fact]
    public void Equal_columns_share_their_weight_and_are_called_not_unique()
    {
        var solver = new SimplexLeastSquares();

        Near([.5, .5], solver.Solve([1, 2, 3, 1, 2, 3], [1, 2, 5]), 1e-9);
        Assert.False(solver.IsUnique);
        Near([1.0 / 3, 1.0 / 3, 1.0 / 3], solver.Solve([5, 5, 5, 5, 5, 5], [5, 5]), 1e-9);
        Assert.False(solver.IsUnique);
    }

    [Fact]
    public void Of_many_perfect_fits_the_one_of_least_norm_is_taken()
    {
        var solver = new SimplexLeastSquares();

        Near([.25, .25, .25, .25], solver.Solve([0, 0, 2, 0, 0, 2, 2, 2], [1, 1]), 1e-6);
        Assert.False(solver.IsUnique);
    }

    [Fact]
    public void No_pair_of_columns_can_swap_weight_to_come_nearer() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 40], Gen.Int[1, 40], Gen.Bool).Sample((seed, rows, count, whole) =>
        {
            var (columns, target) = Random(seed, rows, count);
            if (whole) // ties, dependent columns, exact fits
                (columns, target) = ([.. columns.Select(one => Math.Round(one))], [.. target.Select(one => Math.Round(one))]);
            var solver = new SimplexLeastSquares();
            var weights = solver.Solve(columns, target).ToArray();
            Assert.Equal(1, weights.Sum(), 1e-12);
            Assert.All(weights, one => Assert.True(one >= 0));
            var reached = Loss(columns, target, weights);
            var projected = Loss(columns, target, Projected(columns, target, count));
            Assert.True(reached <= projected * (1 + 1e-9) + 3e-7 * rows, $"{reached} against {projected}");
            Assert.True(solver.KktResidual <= 1e-9, $"{solver.KktResidual}");
        }, iter: 60, threads: 1);

    [Fact]
    public void With_a_ridge_the_optimum_is_that_of_the_longer_problem() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 20], Gen.Int[1, 20], Gen.Double[1e-3, 10]).Sample((seed, rows, count, ridge) =>
        {
            var (columns, target) = Random(seed, rows, count);
            var stacked = new List<double>();
            for (var j = 0; j < count; j++)
                stacked.AddRange([.. columns[(j * rows)..((j + 1) * rows)], .. Enumerable.Range(0, count).Select(k => k == j ? Math.Sqrt(ridge) : 0)]);
            var solver = new SimplexLeastSquares();
            Near(new SimplexLeastSquares().Solve([.. stacked], [.. target, .. new double[count]]).ToArray(), solver.Solve(columns, target, ridge), 1e-9);
            Assert.True(solver.KktResidual <= 1e-9);
        }, iter: 200, threads: 1);

    [Fact]
    public void A_second_run_allocates_nothing_and_gives_the_same_bits()
    {
        var (columns, target) = Random(3, 19, 38);
        var solver = new SimplexLeastSquares();
        var first = solver.Solve(columns, target).ToArray();
        solver.Solve(columns, target);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = solver.Solve(columns, target);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(first, second.ToArray());
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(double.NaN, SynthFault.NotFinite)]
    [InlineData(double.PositiveInfinity, SynthFault.NotFinite)]
    [InlineData(1.7e308, SynthFault.Scale)]
    public void What_cannot_be_computed_is_refused(double value, SynthFault fault) =>
        Assert.Equal(fault, Assert.Throws<SynthException>(() => new SimplexLeastSquares().Solve([1, value, 3, 4], [1, 2])).Fault);

    [Fact]
    public void A_length_that_does_not_fit_is_refused() =>
        Assert.Equal(SynthFault.Shape, Assert.Throws<SynthException>(() => new SimplexLeastSquares().Solve([1, 2, 3], [1, 2])).Fault);

    private static (double[] Columns, double[] Target) Random(ulong seed, int rows, int count)
    {
        var random = new Xoshiro256(seed);
        double[] Draw(int n) => [.. Enumerable.Range(0, n).Select(_ => 3 * random.NextNormal())];
        return (Draw(rows * count), Draw(rows));
    }

    private static double Loss(double[] columns, double[] target, double[] weights) =>
        Enumerable.Range(0, target.Length).Sum(t => Math.Pow(weights.Select((w, j) => w * columns[j * target.Length + t]).Sum() - target[t], 2));

    // A second way: accelerated projected gradient (Beck and Teboulle 2009), slow and simple.
    private static double[] Projected(double[] columns, double[] target, int count)
    {
        var rows = target.Length;
        var step = 1 / columns.Sum(one => one * one);
        var (w, y, t) = (Enumerable.Repeat(1.0 / count, count).ToArray(), Enumerable.Repeat(1.0 / count, count).ToArray(), 1.0);
        for (var round = 0; round < 1500; round++)
        {
            var residual = Enumerable.Range(0, rows).Select(r => y.Select((v, j) => v * columns[j * rows + r]).Sum() - target[r]).ToArray();
            var moved = y.Select((v, j) => v - step * Enumerable.Range(0, rows).Sum(r => columns[j * rows + r] * residual[r])).ToArray();
            var sorted = moved.OrderDescending().ToArray();
            var (sum, level) = (0.0, 0.0);
            for (var k = 0; k < count; k++)
            {
                sum += sorted[k];
                if (sorted[k] - (sum - 1) / (k + 1) > 0)
                    level = (sum - 1) / (k + 1);
            }

            var next = moved.Select(v => Math.Max(v - level, 0)).ToArray();
            var faster = (1 + Math.Sqrt(1 + 4 * t * t)) / 2;
            y = [.. next.Zip(w, (a, b) => a + (t - 1) / faster * (a - b))];
            (w, t) = (next, faster);
        }

        return w;
    }

    private static void Near(double[] expected, ReadOnlySpan<double> actual, double within = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], within);
    }
}
