using System.Diagnostics;
using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Processor time of the synthetic control workloads, beside the stored figures of peers, which are processor time too: on a machine shared with others wall time says little.</summary>
internal static class SynthTimes
{
    public static int Print()
    {
        var bench = new SynthBenchmarks();
        bench.Setup();
        Console.WriteLine("| workload | median | least | peer, stored |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Row("weights of California on 38 donors, outcomes", "numpy prototype .37 ms", 2000, () => bench.Weights());
        Row("the same with leave-one-donor-out and flags", "", 200, () => bench.Outcomes());
        Row("the same and all 38 placebos", "synthdid about 9.5 s", 50, () => bench.WithPlacebos());
        Row("search for predictor weights, California, loss " + bench.Search().Search!.Loss.ToString("F4", CultureInfo.InvariantCulture), "R Synth 1.2 s at 3.386; pysyncon 20 s at 21.7", 3, () => bench.Search());
        Row("difference in differences with 38 placebos", "synthdid .28 s one fit, 7.2 s with 50 placebos", 10, () => bench.Difference());
        Row("ridge augmentation with 38 placebos, penalty chosen in each", "", 1, () => bench.Ridge());
        Row("conformal interval of the average", "", 20, () => bench.Interval());
        return 0;
    }

    private static void Row(string what, string peer, int batch, Func<object> run)
    {
        using var process = Process.GetCurrentProcess();
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 2000;)
            run();
        Thread.Sleep(300); // compilation in the background
        for (var i = 0; i < batch; i++)
            run();
        var times = new List<double>();
        for (var round = 0; round < 15; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            for (var i = 0; i < batch; i++)
                run();
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMilliseconds / batch);
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"| {what} | {Text(times[times.Count / 2])} | {Text(times[0])} | {peer} |"));
    }

    private static string Text(double milliseconds) => milliseconds < 1 ? FormattableString.Invariant($"{1000 * milliseconds:F1} us") : FormattableString.Invariant($"{milliseconds:F2} ms");
}
