using System.Globalization;
using System.Text;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Publishing;
using Manometer.Testing;

namespace Manometer.Benchmarks;

/// <summary>Live memory of a case that was read, and the size of its page.</summary>
internal static class LiveMemory
{
    public static int Print()
    {
        foreach (var count in new[] { 10_000, 100_000 })
        {
            var folder = Path.Combine(Path.GetTempPath(), "manometer-memory");
            SyntheticCase.Write(folder, count);
            CaseFolder.Read(folder); // what is loaded once is not counted
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var reading = CaseFolder.Read(folder);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            var page = count > 10_000 ? 0 : Encoding.UTF8.GetByteCount(ReportPage.Render(Assessor.Assess(reading.Case!, new AssessmentOptions { Program = "bench" }), []));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} observations: {(after - before) / (double)count:0} bytes live an observation; page {page / 1e6:0.0} MB"));
            GC.KeepAlive(reading);
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }
}
