using System.Diagnostics;
using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Times of the ordinal state-space model on corpora of stated sizes, each the median of several runs.</summary>
internal static class PressureTimes
{
    public static OrdinalData FiveThousand => OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = 5_000 }, 1).Data;

    public static OrdinalData HundredThousand => OrdinalSimulation.Draw(OrdinalWorld.WithEffect with
    {
        Reports = 100_000,
        Months = 120,
        FamilySizes = [20, 30],
        Targeted = 10,
        Start = 60,
        Sources = 20,
    }, 1).Data;

    public static OrdinalData Case => OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = 260, Sources = 18, DirectionOnly = 0.5 }, 1).Data;

    public static int Print(bool large)
    {
        Console.WriteLine("| what | processor time, median | wall time, median |");
        Console.WriteLine("| --- | --- | --- |");
        var small = FiveThousand;
        Row("260 reports, fit", 5, () => OrdinalFit.Of(Case));
        Row("5,000 reports, 38 months, 8 members, 12 sources: fit", 5, () => OrdinalFit.Of(small));
        Row("the same, without the mixture", 5, () => OrdinalFit.Of(small, new() { Mixture = false }));
        Row("the same, without moving leans", 5, () => OrdinalFit.Of(small, new() { Drift = LeanDrift.None }));
        var fit = OrdinalFit.Of(small);
        Console.WriteLine("points of quadrature: " + fit.Quadrature.Count.ToString(CultureInfo.InvariantCulture));
        OrdinalLine[] lines = [.. Enumerable.Range(0, 8).Select(c => OrdinalLine.Mean("line", [c]))];
        Row("index of 8 lines", 5, () => fit.Index(lines));
        Row("one report taken in", 15, () => fit.Absorb(new(3, 30, 1, 1, 2)).MeanEffect);
        Row("one report taken in, index of 8 lines", 15, () => fit.Absorb(new(3, 30, 1, 1, 2)).Index(lines));
        var single = OrdinalFit.Of(Case);
        Row("260 reports: 100 leave-one-out refits", 3, () => Enumerable.Range(0, 100).Sum(i => single.Without([i]).LogEvidence));
        Row("260 reports: curve over 38 months", 3, () => single.Curve(0, 37));
        if (!large)
            return 0;
        var big = HundredThousand;
        GC.Collect();
        Row("100,000 reports, 120 months, 20 x 30: fit, one thread", 1, () => OrdinalFit.Of(big));
        
        Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    private static void Row(string what, int runs, Func<object?> work)
    {
        if (runs > 1)
            work();
        var times = new double[runs];
        var processors = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            work();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            processors[i] = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds;
        }
        Array.Sort(times);
        Array.Sort(processors);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {processors[runs / 2]:F1} ms | {times[runs / 2]:F1} ms |"));
    }
}
