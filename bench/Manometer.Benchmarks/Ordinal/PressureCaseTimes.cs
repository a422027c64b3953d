using System.Diagnostics;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Where the time of the pressure index and of the quick verdict of one case goes; the first run of each includes compilation.</summary>
internal static class PressureCaseTimes
{
    public static int Print(string folder, int runs)
    {
        var @case = CaseFolder.Read(folder).Case!;
        Console.WriteLine($"{@case.Observations.Count} observations");
        for (var run = 0; run < runs; run++)
        {
            Time("pressure", () => PressureModel.Of(@case));
            Time("verdict, quick", () => VerdictModel.Of(@case, depth: VerdictDepth.Quick));
        }

        Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    private static void Time(string what, Func<object> work)
    {
        var started = Stopwatch.GetTimestamp();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        try
        {
            work();
        }
        catch (OrdinalException fault)
        {
            what += " (" + fault.Code + ")";
        }

        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: processor {used.TotalSeconds:0.00} s, wall {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s"));
    }
}
