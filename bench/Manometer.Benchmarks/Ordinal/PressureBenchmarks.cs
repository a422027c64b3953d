using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>The ordinal state-space model: fit, one report taken in, one report left out.</summary>
[MemoryDiagnoser]
public class PressureBenchmarks
{
    private readonly OrdinalData small = PressureTimes.Case;
    private readonly OrdinalData middle = PressureTimes.FiveThousand;
    private OrdinalFit fit = null!;
    private OrdinalFit large = null!;

    [GlobalSetup]
    public void Setup()
    {
        fit = OrdinalFit.Of(small);
        large = OrdinalFit.Of(middle);
    }

    [Benchmark(Baseline = true)]
    public OrdinalFit Fit260() => OrdinalFit.Of(small);

    [Benchmark]
    public OrdinalFit Fit5000() => OrdinalFit.Of(middle);

    [Benchmark]
    public OrdinalEstimate? AbsorbInto5000() => large.Absorb(new(3, 30, 1, 1, 2)).MeanEffect;

    [Benchmark]
    public double LeaveOneOutOf260() => fit.Without([7]).LogEvidence;
}
