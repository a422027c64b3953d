using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Synthetic control on California: outcomes with all 38 placebos, and the search for predictor weights.</summary>
[MemoryDiagnoser]
public class SynthBenchmarks
{
    private readonly SyntheticControl _outcomes = SynthPanels.CaliforniaOutcomes();
    private readonly SyntheticControl _alone = SynthPanels.CaliforniaOutcomes().WithoutPlacebos();
    private readonly SyntheticControl _predictors = SynthPanels.CaliforniaPredictors();
    private readonly SimplexLeastSquares _squares = new();
    private double[] _columns = [], _target = [];

    [GlobalSetup]
    public void Setup()
    {
        var panel = SynthPanels.California();
        var years = Enumerable.Range(1970, 19).ToArray();
        _target = [.. years.Select(year => panel.ValueOf("California", year))];
        _columns = [.. panel.Units.Where(unit => unit != "California").SelectMany(unit => years.Select(year => panel.ValueOf(unit, year)))];
    }

    [Benchmark(Description = "weights of 38 donors")]
    public double Weights() => _squares.Solve(_columns, _target)[0];

    [Benchmark(Description = "outcomes, leave-one-out")]
    public SynthResult Outcomes() => _alone.Fit();

    [Benchmark(Description = "outcomes, leave-one-out, 38 placebos")]
    public SynthResult WithPlacebos() => _outcomes.Fit();

    [Benchmark(Description = "search for predictor weights")]
    public SynthResult Search() => _predictors.Fit();

    [Benchmark(Description = "difference in differences, 38 placebos")]
    public SynthResult Difference() => _outcomes.By(SynthMethod.DifferenceInDifferences).Fit();

    [Benchmark(Description = "ridge, 38 placebos")]
    public SynthResult Ridge() => _outcomes.By(SynthMethod.Ridge).Fit();

    [Benchmark(Description = "conformal interval of the average")]
    public ConformalInterval Interval() => _outcomes.Interval();
}
