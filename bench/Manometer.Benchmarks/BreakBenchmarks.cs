using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Break dates of ten levels in unit noise (0 3 -1 2 5 1 -2 0 4 1), penalty 3 ln n, segments of 2 rows or more. The baseline is PELT.</summary>
[MemoryDiagnoser]
public class BreakBenchmarks
{
    private static readonly double[] Levels = [0, 3, -1, 2, 5, 1, -2, 0, 4, 1];

    private readonly BreakSolver _functional = new();
    private readonly BreakSolver _pelt = new() { Algorithm = BreakAlgorithm.Pelt };
    private readonly BreakSolver _counts = new() { Cost = SegmentCost.Poisson };
    private readonly BreakSolver _rank = new() { Cost = SegmentCost.Rank };
    private double[] _series = [];
    private double[] _rates = [];
    private double _penalty;

    [Params(1_000, 10_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _series = Steps(Rows);
        _rates = [.. _series.Select(one => Math.Max(0, Math.Round(10 + 2 * one)))];
        _penalty = 3 * Math.Log(Rows);
    }

    [Benchmark(Baseline = true, Description = "L2, PELT")]
    public int Pelt() => _pelt.Solve(_series, _penalty).Length;

    [Benchmark(Description = "L2, functional pruning (default)")]
    public int Functional() => _functional.Solve(_series, _penalty).Length;

    [Benchmark(Description = "Poisson")]
    public int Counts() => _counts.Solve(_rates, _penalty).Length;

    [Benchmark(Description = "rank")]
    public int Rank() => _rank.Solve(_series, _penalty).Length;

    [Benchmark(Description = "L2, whole result: intervals and posterior of each date")]
    public int Result() => BreakDates.Of(_series).WithPenalty(_penalty).Find().Breaks.Count;

    internal static double[] Steps(int rows)
    {
        var random = new Xoshiro256(1);
        return [.. Enumerable.Range(0, rows).Select(i => Levels[(int)(10L * i / rows)] + random.NextNormal())];
    }
}
