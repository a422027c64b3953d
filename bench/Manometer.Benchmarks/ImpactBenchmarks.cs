using BenchmarkDotNet.Attributes;
using Manometer.Statistics;
using Manometer.Statistics.Tests;

namespace Manometer.Benchmarks;

/// <summary>Fit and interval of the average effect on the reference workloads, with a solver that keeps its memory; and 1,000 placebo dates.</summary>
[MemoryDiagnoser]
public class ImpactBenchmarks
{
    private readonly ImpactSolver _solver = new();
    private readonly ImpactSolver _weekly = new() { Model = new() { Seasons = 7 } };
    private readonly LocalLevelSampler _sampler = new(1);
    private readonly double[] _steps = [.. Enumerable.Range(0, 1000).Select(t => (double)(t % 7))];
    private readonly double[] _levels = new double[1_000_000];
    private ImpactSeriesData _w1 = null!, _w2 = null!, _w3 = null!, _w4 = null!, _w5 = null!, _long = null!;

    [GlobalSetup]
    public void Setup()
    {
        (_w1, _w2, _w3) = (ImpactSeriesData.Read("w1_vignette100.csv", 70), ImpactSeriesData.Read("w2_n1000p10.csv", 700), ImpactSeriesData.Read("w3_n1000p0.csv", 700));
        (_w4, _w5) = (ImpactSeriesData.Read("w4_n1000p50.csv", 700), ImpactSeriesData.Read("w5_seas7.csv", 900));
        // 1,100 rows made as w1 was: an autoregressive covariate, y = 1.2 x + noise
        var random = new Xoshiro256(1);
        var x = new double[1100];
        var level = 0.0;
        for (var t = 0; t < x.Length; t++)
            x[t] = 100 + (level = 0.999 * level + random.NextNormal());
        _long = new("long", [.. x.Select(one => 1.2 * one + random.NextNormal())], x, 1, 70);
    }

    [Benchmark(Description = "simulation smoother of the referee: 1,000 rows, 1,000 draws")]
    public double Draws()
    {
        _sampler.Draw(_steps, 1, 0.1, 1000, _levels);
        return _levels[0];
    }

    [Benchmark(Description = "w1: 70 rows, 1 covariate")]
    public double W1() => _w1.Fit(_solver).Effect;

    [Benchmark(Description = "w2: 700 rows, 10 covariates, 2,048 sets")]
    public double W2() => _w2.Fit(_solver).Effect;

    [Benchmark(Description = "w3: 700 rows, level alone")]
    public double W3() => _w3.Fit(_solver).Effect;

    [Benchmark(Description = "w4: 700 rows, 50 covariates")]
    public double W4() => _w4.Fit(_solver).Effect;

    [Benchmark(Description = "w5: 900 rows, 7 seasons")]
    public double W5() => _w5.Fit(_weekly).Effect;

    /// <summary>Windows of 70 rows before and 30 after, moved along a long series with one covariate, 1,000 fits.</summary>
    [Benchmark(Description = "1,000 dates of w1 size")]
    public double Dates()
    {
        var sum = 0.0;
        for (var date = 0; date < 1000; date++)
        {
            sum += _solver.Fit(_long.Y.AsSpan(date, 100), _long.X.AsSpan(date, 100), 1, new(0, 69, 70, 99)).Effect;
        }
        return sum;
    }
}
