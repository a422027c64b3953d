using BenchmarkDotNet.Attributes;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Publishing;
using Manometer.Testing;

namespace Manometer.Benchmarks;

/// <summary>Reading and checking a synthetic case with all cross-references, assessing it, and rendering its page.</summary>
[MemoryDiagnoser]
public class CaseBenchmarks
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "manometer-bench");
    private CaseReading _reading = null!;
    private CaseAssessment _assessment = null!;

    [Params(10_000, 100_000)]
    public int Observations { get; set; }

    [GlobalSetup]
    public void Make()
    {
        SyntheticCase.Write(_folder, Observations);
        _reading = CaseFolder.Read(_folder);
        if (_reading.HasErrors)
            throw new InvalidOperationException(_reading.Diagnostics[0].ToString());
        _assessment = Assess();
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true, Description = "File.ReadAllText and Split(',') of observations.csv")]
    public int Naive() => File.ReadAllText(Path.Combine(_folder, "observations.csv")).Split('\n').Sum(line => line.Split(',').Length);

    [Benchmark(Description = "read and check")]
    public object Read() => CaseFolder.Read(_folder);

    [Benchmark(Description = "assess")]
    public CaseAssessment Assess() => Assessor.Assess(_reading.Case!, new AssessmentOptions { Program = "bench" });

    [Benchmark(Description = "render the page")]
    public int Render() => ReportPage.Render(_assessment, []).Length;
}
