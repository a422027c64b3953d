using System.Diagnostics;
using System.Globalization;
using Manometer.Benchmarks.Coding;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Real votes: the dynamic ideal points of nine justices over eleven terms, against the stored posterior of a sampler (MCMCpack's MCMCdynamicIRT1d).</summary>
/// <remarks>A justice is a cell, a term a month, a vote a report of direction, a case an event: what is shared by the votes of a case is its difficulty. The sampler gives each case a slope of either sign; here the sign is that of the coding of the votes as liberal or conservative, and the size one for all, or one a case (a loading).</remarks>
internal static class CourtGate
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static int Print()
    {
        if (!ReferenceData.Has("data", "verdict", "rehnquist_votes.csv"))
        {
            Console.WriteLine("The reference data is not there.");
            return 1;
        }

        var table = File.ReadLines(ReferenceData.Path("data", "verdict", "rehnquist_votes.csv")).Select(line => line.Split(',')).ToList();
        var justices = table[0][..9].Select(name => name.Trim('"')).ToArray();
        var reports = new List<OrdinalReport>();
        foreach (var (k, row) in table.Skip(1).Index())
            for (var j = 0; j < justices.Length; j++)
                if (row[j] != "NA")
                    reports.Add(new OrdinalReport(j, int.Parse(row[10], Plain) - 1, row[j] == "0" ? 1 : -2, row[j] == "0" ? 2 : -1, 0) { Event = k, Indicator = k + 1 });
        var data = new OrdinalData
        {
            Months = 11,
            Families = [new("justice", justices.Length)],
            Cells = [.. Enumerable.Range(0, justices.Length).Select(j => OrdinalCell.Of(j))],
            Sources = [new OrdinalSource(0.95)],
            Reports = reports,
            BaselineMonths = 0, Indicators = table.Count,
        };
        var stored = File.ReadLines(ReferenceData.Path("data", "verdict", "rehnquist_mcmcpack_posterior.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0].Trim('"'), row => (Mean: double.Parse(row[1], Plain), Sd: double.Parse(row[2], Plain)));
        Console.WriteLine("| slope of a case | votes | justices x terms | r of posterior means | r within justices, over terms | our sd x scale / sampler's, mean | processor time | the sampler (stored) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Row("the same for all", data with { Indicators = 1, Reports = [.. reports.Select(report => report with { Indicator = 0 })] }, 0.25);
        foreach (var spread in new[] { 0.25, 0.5, 1, 1.5, 2 })
            Row(string.Create(Plain, $"ln slope ~ N(0, {spread}^2)"), data, spread);

        void Row(string name, OrdinalData data, double spread)
        {
            var started = Process.GetCurrentProcess().TotalProcessorTime;
            var fit = OrdinalFit.Of(data, new OrdinalModel
            {
                Mixture = false,
                Cuts = [-2.2, -1e-6, 1e-6, 2.2],
                InitialSd = 2,
                EventEffect = new(1.5),
                OriginEffect = ScalePrior.Fixed(1e-3),
                Lean = ScalePrior.Fixed(1e-3),
                CommonWalk = ScalePrior.Fixed(1e-3),
                IndicatorReports = 2,
                LoadingSpread = spread,
            });
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - started).TotalSeconds;
            var pairs = new List<(double Ours, double Theirs, double OurSd, double TheirSd)>();
            for (var j = 0; j < justices.Length; j++)
                foreach (var point in fit.Index(OrdinalLine.Mean(justices[j], [j])))
                {
                    var (mean, sd) = stored[$"theta.{justices[j]}.t{point.Month + 1}"];
                    pairs.Add((point.Estimate.Mean, mean, point.Estimate.Sd, sd));
                }

            var scale = pairs.Sum(pair => pair.Theirs * pair.Ours) / pairs.Sum(pair => pair.Ours * pair.Ours);
            var within = pairs.Chunk(11).SelectMany(own => own.Select(pair => (pair.Ours - own.Average(one => one.Ours), pair.Theirs - own.Average(one => one.Theirs)))).ToList();
            Console.WriteLine(string.Create(Plain, $"| {name} | {reports.Count} | {pairs.Count} | {Correlation([.. pairs.Select(pair => (pair.Ours, pair.Theirs))]):F4} | {Correlation(within):F3} | {pairs.Average(pair => pair.OurSd * scale / pair.TheirSd):F2} | {seconds:F1} s | 237 s |"));
        }

        return 0;
    }

    private static double Correlation(List<(double X, double Y)> pairs)
    {
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        return pairs.Sum(pair => (pair.X - x) * (pair.Y - y)) / Math.Sqrt(pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
    }
}
