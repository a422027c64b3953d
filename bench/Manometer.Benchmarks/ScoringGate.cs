using System.Globalization;
using Manometer.Statistics;
using Manometer.Statistics.Tests;

namespace Manometer.Benchmarks;

/// <summary>Every closed form against quadrature of its definition, 10,000 draws a family: the long form of the tests.</summary>
internal static class ScoringGate
{
    private const double Gate = 1e-9;

    /// <summary>Processor time of 100,000 ensembles of 50: what a machine that others use too cannot inflate much.</summary>
    public static int PrintProcessorTime()
    {
        const int Rows = 100_000, Members = 50, Repeats = 40;
        var random = new Xoshiro256(1);
        double[] members = [.. Enumerable.Range(0, Rows * Members).Select(_ => random.NextNormal())], outcomes = [.. Enumerable.Range(0, Rows).Select(_ => random.NextNormal())], scores = new double[Rows];
        foreach (var estimator in Enum.GetValues<EnsembleEstimator>())
        {
            for (var i = 0; i < 10; i++)
                EnsembleScores.Crps(members, outcomes, estimator, scores, 1);
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            for (var i = 0; i < Repeats; i++)
                EnsembleScores.Crps(members, outcomes, estimator, scores, 1);
            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{estimator}: {(process.TotalProcessorTime - before).TotalMilliseconds / Repeats:0.0} ms of processor time a run"));
        }

        return 0;
    }

    public static int Print(int draws)
    {
        Console.WriteLine("| family | draws | largest error | |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var failed = 0;
        foreach (var (name, draw) in Families.All)
        {
            var random = new Xoshiro256(20190430);
            var largest = 0.0;
            for (var i = 0; i < draws; i++)
            {
                var (forecast, breaks) = draw(random);
                var y = breaks.Length > 0 && random.NextInt(8) == 0 ? breaks[random.NextInt(breaks.Length)] : Families.Between(random, -8, 12);
                var expected = Quadrature.Crps(forecast, y, breaks);
                largest = Math.Max(largest, Math.Abs(forecast.Crps(y) - expected) / (1 + expected));
            }

            failed += largest < Gate ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {draws:#,0} | {largest:0.0e+0} | {(largest < Gate ? "pass" : "FAIL")} |"));
        }

        return failed == 0 ? 0 : 1;
    }
}
