using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>One effect on a sparse series of uneven dates: the posterior, and the test against its placebo dates.</summary>
[MemoryDiagnoser]
public class InterruptedBenchmarks
{
    private InterruptedSeries _series = null!;

    [Params(25, 60)]
    public int Points { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var random = new Xoshiro256(1);
        _series = InterruptedSeries.Of(InterruptedStudy.Series(random, InterruptedStudy.Dates(random, Points, 48), 0.1, 0.3, 1, 24)).With(new Intervention(24));
    }

    [Benchmark(Baseline = true, Description = "fit")]
    public double Fit() => _series.Fit().Effects[0].Mean;

    [Benchmark(Description = "fit and all placebo dates")]
    public double Placebos() => _series.Placebos().P;
}
