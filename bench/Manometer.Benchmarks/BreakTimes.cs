using System.Diagnostics;
using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Processor time of break dates beside the stored figures of peers, for machines too busy for wall time. The least and the median of 15 batches.</summary>
internal static class BreakTimes
{
    public static int Print()
    {
        Console.WriteLine("| workload | rows | least | median | peer | ratio of the median |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (rows, peer, words) in new[] { (1_000, 0.0004, "0.4 ms"), (10_000, 0.027, "27 ms"), (100_000, 2.60, "2.60 s") })
        {
            var y = BreakBenchmarks.Steps(rows);
            var counts = y.Select(one => Math.Max(0, Math.Round(10 + 2 * one))).ToArray();
            var penalty = 3 * Math.Log(rows);
            var functional = new BreakSolver();
            var pelt = new BreakSolver { Algorithm = BreakAlgorithm.Pelt };
            var poisson = new BreakSolver { Cost = SegmentCost.Poisson };
            var rank = new BreakSolver { Cost = SegmentCost.Rank };
            Row("L2, functional pruning", rows, () => functional.Solve(y, penalty).Length, peer, $"ruptures KernelCPD linear (C) {words}");
            if (rows <= 10_000)
                Row("L2, PELT", rows, () => pelt.Solve(y, penalty).Length, null, "");
            Row("Poisson", rows, () => poisson.Solve(counts, penalty).Length, null, "");
            Row("rank", rows, () => rank.Solve(y, penalty).Length, null, "");
            if (rows <= 10_000)
                Row("L2, path of all penalties from 0.5 s^2 ln n up", rows, () => BreakDates.Of(y).Path().Runs, null, "");
            if (rows <= 10_000)
            {
                var rbf = new BreakSolver { Cost = SegmentCost.Rbf };
                var before = GC.GetAllocatedBytesForCurrentThread();
                rbf.Solve(y, Math.Log(rows));
                var memory = GC.GetAllocatedBytesForCurrentThread() - before;
                Row(string.Create(CultureInfo.InvariantCulture, $"RBF ({memory / 1048576.0:0.0} MB in all)"), rows, () => rbf.Solve(y, Math.Log(rows)).Length, rows == 1_000 ? 0.021 : 3.96, rows == 1_000 ? "ruptures KernelCPD rbf (C) 21 ms" : "ruptures KernelCPD rbf (C) 3.96 s, 1,982 MB");
            }
        }

        var nile = BreakBenchmarks.Steps(100);
        Row("L2, break, interval and posterior", 100, () => BreakDates.Of(nile).Find().Breaks.Count, 0.04, "strucchange on Nile 40 ms");
        var random = new Xoshiro256(1);
        foreach (var points in new[] { 25, 60 })
        {
            var series = InterruptedSeries.Of(InterruptedStudy.Series(random, InterruptedStudy.Dates(random, points, 48), 0.1, 0.3, 1, 24)).With(new Intervention(24));
            Row("sparse series, effect", points, () => series.Fit().Points, null, "");
            Row(string.Create(CultureInfo.InvariantCulture, $"sparse series, effect and {series.PlaceboDates().Count} placebo dates"), points, () => series.Placebos().Dates.Count, null, "");
        }

        return 0;
    }

    private static void Row(string name, int rows, Func<int> run, double? peer, string words)
    {
        run();
        run();
        var process = Process.GetCurrentProcess();
        var watch = Cpu();
        var count = 0;
        do
        {
            run();
            count++;
        }
        while (Cpu() - watch < 0.03);
        var times = new double[15];
        for (var batch = 0; batch < times.Length; batch++)
        {
            watch = Cpu();
            for (var i = 0; i < count; i++)
                run();
            times[batch] = (Cpu() - watch) / count;
        }

        Array.Sort(times);
        var median = times[7];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rows:#,0} | {Span(times[0])} | {Span(median)} | {words} | {(peer is { } known ? $"{known / median:0}x" : "")} |"));

        static string Span(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(seconds < 1e-3 ? $"{seconds * 1e6:0} us" : $"{seconds * 1e3:0.##} ms")}");

        double Cpu()
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }
}
