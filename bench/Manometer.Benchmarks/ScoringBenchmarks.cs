using BenchmarkDotNet.Attributes;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Continuous ranked probability score of 100,000 ensembles of 50 members. The baseline sorts each row and sums.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private const int Rows = 100_000;
    private const int Members = 50;

    private readonly double[] _members = new double[Rows * Members];
    private readonly double[] _outcomes = new double[Rows];
    private readonly double[] _scores = new double[Rows];
    private readonly double[] _row = new double[Members];
    private readonly NormalDistribution[] _normals = new NormalDistribution[1000];

    [GlobalSetup]
    public void Fill()
    {
        var random = new Xoshiro256(1);
        for (var i = 0; i < _members.Length; i++)
            _members[i] = random.NextNormal();
        for (var i = 0; i < Rows; i++)
            _outcomes[i] = random.NextNormal();
        for (var i = 0; i < _normals.Length; i++)
            _normals[i] = new NormalDistribution(random.NextNormal(), 0.5 + random.NextDouble());
    }

    [Benchmark(Baseline = true)]
    public double Sort_each_row()
    {
        var total = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            Array.Copy(_members, row * Members, _row, 0, Members);
            Array.Sort(_row);
            double absolute = 0, ranked = 0;
            for (var k = 0; k < Members; k++)
            {
                absolute += Math.Abs(_row[k] - _outcomes[row]);
                ranked += _row[k] * (2 * k + 1 - Members);
            }

            total += absolute / Members - ranked / ((double)Members * Members);
        }

        return total;
    }

    [Benchmark]
    public void Plain_one_thread() => EnsembleScores.Crps(_members, _outcomes, EnsembleEstimator.Plain, _scores, 1);

    [Benchmark]
    public void Fair_one_thread() => EnsembleScores.Crps(_members, _outcomes, EnsembleEstimator.Fair, _scores, 1);

    [Benchmark]
    public void Fair_two_threads() => EnsembleScores.Crps(_members, _outcomes, EnsembleEstimator.Fair, _scores, 2);

    [Benchmark]
    public double Normal_one_million()
    {
        var total = 0.0;
        for (var i = 0; i < 1_000_000; i++)
            total += _normals[i % 1000].Crps(_outcomes[i % Rows]);
        return total;
    }
}
