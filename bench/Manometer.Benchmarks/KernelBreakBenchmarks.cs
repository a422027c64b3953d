using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Any change of distribution: the Gaussian kernel without its matrix, penalty ln n. A new solver each time, so that the memory shows.</summary>
[MemoryDiagnoser]
public class KernelBreakBenchmarks
{
    private double[] _series = [];

    [Params(1_000, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Make() => _series = BreakBenchmarks.Steps(Rows);

    [Benchmark(Description = "RBF")]
    public int Rbf() => new BreakSolver { Cost = SegmentCost.Rbf }.Solve(_series, Math.Log(Rows)).Length;
}
