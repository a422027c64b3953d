using CsCheck;

namespace Manometer.Statistics.Tests;

public class BreakSolverTests
{
    [Theory]
    [InlineData(BreakAlgorithm.FunctionalPruning)]
    [InlineData(BreakAlgorithm.Pelt)]
    public void Ten_levels_in_unit_noise_are_found_where_every_exact_program_finds_them(BreakAlgorithm algorithm) => Assert.Equal(
        [100, 200, 300, 400, 500, 600, 695, 800, 903, 1000],
        new BreakSolver { Algorithm = algorithm }.Solve(BreakData.Plain("pelt_1000.csv"), 20.7233).ToArray());

    [Theory]
    [InlineData(BreakAlgorithm.FunctionalPruning)]
    [InlineData(BreakAlgorithm.Pelt)]
    public void So_are_they_in_ten_thousand_rows(BreakAlgorithm algorithm) => Assert.Equal(
        [1000, 2000, 3000, 4000, 5000, 6000, 7004, 8000, 9000, 10000],
        new BreakSolver { Algorithm = algorithm }.Solve(BreakData.Plain("pelt_10000.csv"), 27.6310).ToArray());

    [Fact]
    public void So_are_they_in_a_hundred_thousand_rows() => Assert.Equal(
        [10000, 20000, 30000, 40000, 50000, 60000, 69999, 80000, 90000, 100000],
        new BreakSolver().Solve(BreakData.Plain("pelt_100000.csv.gz"), 34.5388).ToArray());

    public static TheoryData<string, double, int[]> Annotated() => new()
    {
        { "well_log", 1, [179, 202, 204, 255, 281, 311, 343, 402, 412, 432, 462, 464, 658, 661, 675] },
        { "well_log", 3, [179, 255, 281, 311, 432, 658, 661, 675] },
        { "nile", 1, [28, 100] },
        { "nile", 3, [28, 100] },
        { "gdp_iran", 1, [10, 43, 58] },
        { "gdp_iran", 3, [42, 58] },
    };

    [Theory]
    [MemberData(nameof(Annotated))]
    public void Series_of_the_change_point_collection_break_where_other_programs_break_them(string name, double factor, int[] expected)
    {
        var y = BreakData.Standardised(BreakData.Annotated(name));
        foreach (var algorithm in new[] { BreakAlgorithm.FunctionalPruning, BreakAlgorithm.Pelt })
            Assert.Equal(expected, new BreakSolver { Algorithm = algorithm }.Solve(y, factor * Math.Log(y.Length)).ToArray());
    }

    [Theory]
    [InlineData(SegmentCost.L2)]
    [InlineData(SegmentCost.Poisson)]
    [InlineData(SegmentCost.Rank)]
    [InlineData(SegmentCost.Rbf)]
    [InlineData(SegmentCost.Normal)]
    public void Pruned_search_finds_the_optimum_of_the_search_that_tries_everything(SegmentCost cost) =>
        Gen.Select(Gen.ULong, Gen.Int[1, 40], Gen.Int[1, 6], Gen.Double[0, 12], Gen.Bool).Sample((seed, n, minimum, penalty, coarse) =>
        {
            minimum = cost == SegmentCost.Normal ? minimum + 4 : minimum;
            n = Math.Max(n, Math.Max(minimum, 2));
            var y = BreakData.Random(seed, n, cost == SegmentCost.Poisson || coarse);
            var expected = BreakData.Exhaustive(y, cost, minimum, penalty, out var least);
            foreach (var algorithm in BreakData.Algorithms(cost))
            {
                var solver = new BreakSolver { Cost = cost, MinimumSegment = minimum, Algorithm = algorithm };
                var ends = solver.Solve(y, penalty).ToArray();
                var objective = solver.TotalCost + penalty * (ends.Length - 1);
                Assert.True(Math.Abs(objective - least) <= 1e-9 * (1 + Math.Abs(least)), $"{algorithm}: {objective} against {least}: {string.Join(' ', ends)} against {string.Join(' ', expected)}");
                if (!coarse && cost != SegmentCost.Poisson && penalty > 1e-6)
                    Assert.Equal(expected, ends);
            }
        }, iter: 400, threads: 1);

    [Theory] // both must break ties alike, so whole numbers are the hard case
    [InlineData(SegmentCost.L2)]
    [InlineData(SegmentCost.Poisson)]
    [InlineData(SegmentCost.Rank)]
    public void Both_algorithms_give_the_same_breaks_in_small_whole_numbers(SegmentCost cost) =>
        Gen.Select(Gen.ULong, Gen.Int[6, 200], Gen.Int[1, 5], Gen.Double[0.1, 12]).Sample((seed, n, minimum, penalty) =>
        {
            var y = BreakData.Random(seed, n, whole: true);
            var functional = new BreakSolver { Cost = cost, MinimumSegment = minimum, Algorithm = BreakAlgorithm.FunctionalPruning }.Solve(y, penalty).ToArray();
            Assert.Equal(functional, new BreakSolver { Cost = cost, MinimumSegment = minimum, Algorithm = BreakAlgorithm.Pelt }.Solve(y, penalty).ToArray());
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData(1e-12, 0)]
    [InlineData(1e12, 0)]
    [InlineData(1e-150, 0)]
    [InlineData(1e150, 0)]
    [InlineData(1, 1e9)]
    [InlineData(1e-12, 1)]
    public void Neither_scale_nor_offset_moves_a_break(double scale, double offset)
    {
        var y = BreakData.Random(7, 300, whole: false);
        var moved = y.Select(one => one * scale + offset).ToArray();
        var penalty = 12 * scale * scale;

        Assert.Equal(new BreakSolver().Solve(y, 12).ToArray(), new BreakSolver().Solve(moved, penalty).ToArray().Select(end => end).ToArray(), (a, b) => Math.Abs(a - b) <= (offset == 1 ? 3 : 0));
    }

    [Fact] // sums of squares in doubles would lose the noise: it is 1e-14 of them
    public void A_jump_of_ten_million_does_not_hide_a_jump_of_two()
    {
        var noise = BreakData.Random(11, 4000, whole: false, levels: false);
        var y = noise.Select((one, i) => one + (i >= 2000 ? 1e7 : 0) + (i >= 3000 ? 2 : 0)).ToArray();
        var without = noise.Select((one, i) => one + (i >= 3000 ? 2 : 0)).ToArray()[2000..];

        var expected = new BreakSolver().Solve(without, 25).ToArray().Select(end => end + 2000).Prepend(2000).ToArray();

        Assert.Equal(3, expected.Length);
        Assert.Equal(expected, new BreakSolver().Solve(y, 25).ToArray());
        Assert.Equal(expected, new BreakSolver { Algorithm = BreakAlgorithm.Pelt }.Solve(y, 25).ToArray());
    }

    [Fact]
    public void A_million_rows_are_done_soon()
    {
        var y = BreakData.Random(3, 1_000_000, whole: false, levels: false);
        for (var i = 0; i < y.Length; i++)
            y[i] += i >= 400_000 ? 1e6 + 1 : 1e6;

        var ends = new BreakSolver().Solve(y, 3 * Math.Log(1e6)).ToArray();

        Assert.Equal(2, ends.Length);
        Assert.InRange(ends[0], 399_980, 400_020);
    }

    [Theory]
    [InlineData(SegmentCost.L2)]
    [InlineData(SegmentCost.Poisson)]
    [InlineData(SegmentCost.Rank)]
    [InlineData(SegmentCost.Rbf)]
    [InlineData(SegmentCost.Normal)]
    public void A_constant_series_has_no_break(SegmentCost cost) =>
        Assert.Equal([50], new BreakSolver { Cost = cost }.Solve([.. Enumerable.Repeat(3.0, 50)], 1).ToArray());

    [Theory]
    [InlineData(BreakFault.NotFinite, 1.0, double.NaN, 2.0, 3.0)]
    [InlineData(BreakFault.NotFinite, 1.0, double.PositiveInfinity, 2.0, 3.0)]
    [InlineData(BreakFault.TooShort, 1.0)]
    [InlineData(BreakFault.TooShort)]
    [InlineData(BreakFault.Scale, -1.7e308, 1.7e308, 1.0, 2.0)]
    public void What_cannot_be_used_is_refused_with_a_code(BreakFault fault, params double[] y) =>
        Assert.Equal(fault, Assert.Throws<BreakException>(() => new BreakSolver().Solve(y, 1).Length).Fault);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_penalty_that_is_none_is_refused(double penalty) =>
        Assert.Equal("PENALTY", Assert.Throws<BreakException>(() => new BreakSolver().Solve([1, 2, 3, 4], penalty).Length).Code);

    [Fact]
    public void What_is_no_count_is_refused_by_the_cost_for_counts() =>
        Assert.Equal("NOT_COUNTS", Assert.Throws<BreakException>(() => new BreakSolver { Cost = SegmentCost.Poisson }.Solve([1, 2.5, 3], 1).Length).Code);

    [Theory]
    [InlineData(SegmentCost.L2, BreakAlgorithm.FunctionalPruning)]
    [InlineData(SegmentCost.L2, BreakAlgorithm.Pelt)]
    [InlineData(SegmentCost.Poisson, BreakAlgorithm.FunctionalPruning)]
    [InlineData(SegmentCost.Rank, BreakAlgorithm.FunctionalPruning)]
    [InlineData(SegmentCost.Rbf, BreakAlgorithm.Pelt)]
    [InlineData(SegmentCost.Normal, BreakAlgorithm.Pelt)]
    public void A_second_run_allocates_nothing(SegmentCost cost, BreakAlgorithm algorithm)
    {
        var y = BreakData.Random(5, 400, whole: true);
        var solver = new BreakSolver { Cost = cost, Algorithm = algorithm };
        solver.Solve(y, 5);
        solver.Solve(y, 5);

        var before = GC.GetAllocatedBytesForCurrentThread();
        solver.Solve(y, 5);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Columns_that_break_together_are_searched_together()
    {
        var one = BreakData.Random(21, 200, whole: false, levels: false);
        var two = BreakData.Random(22, 200, whole: false, levels: false);
        var rows = new double[400];
        for (var i = 0; i < 200; i++)
            (rows[2 * i], rows[2 * i + 1]) = (one[i] + (i >= 80 ? 2.5 : 0), two[i] - (i >= 80 ? 2.5 : 0));

        foreach (var cost in new[] { SegmentCost.L2, SegmentCost.Rank, SegmentCost.Rbf })
        {
            var ends = new BreakSolver { Cost = cost }.Solve(rows, 2, 18).ToArray();
            Assert.Equal(2, ends.Length);
            Assert.InRange(ends[0], 78, 82);
        }
    }
}
