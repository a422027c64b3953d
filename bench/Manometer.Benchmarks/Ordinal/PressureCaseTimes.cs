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
            var input = ModelInput.Of(@case, Assessor.EndOfRecord(@case), ModelScope.Sector).Graded();
            StoryFits? quick = null, full = null;
            Time("the five fits of the stories, one lag each", () => quick = StoryFits.Of(input, OtherCauses.Of(@case, input), VerdictDepth.Quick, 1));
            Time("the same, all lags", () => full = StoryFits.Of(input, OtherCauses.Of(@case, input), VerdictDepth.Full, 1));
            Time("the curve of all, one lag each", () => quick!.Curve());
            Time("both selections, one lag each", () => quick!.LogEvidencesUnder(0.5).Concat(quick.LogEvidencesUnder(-0.5)).ToList());
            Time("20 observations left out in turn, the five fits, one lag each", () => Enumerable.Range(0, 20).Select(i => quick!.LogEvidences(new HashSet<int> { i })).ToList());
            Time("20 observations left out in turn, the five fits, all lags", () => Enumerable.Range(0, 20).Select(i => full!.LogEvidences(new HashSet<int> { i })).ToList());
            Time("20 observations left out in turn, one fit", () => Enumerable.Range(0, 20).Select(i => quick!.Free.EvidenceWithout([i])).ToList());
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
