using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What to look for next: of one more report, the information it is expected to give about which story holds.</summary>
/// <remarks>First every sector in the last month, from the source that was heard most; then, for the sectors that tell most, other sources and earlier months too. Expected information: entropy of the stories less its mean over the five answers such a report may give. A report that all stories foretell alike is worth 0.</remarks>
internal static class WantedReports
{
    private const int Sectors = 4;
    private const int Sources = 3;

    // months before the last
    private static readonly int[] Back = [0, 6, 12];

    public static IReadOnlyList<WantedReport> Of(ModelInput input, StoryFits fits, StoryBoard board, double[] logEvidences)
    {
        var data = input.Data!;
        var (last, posterior) = (data.Months - 1, board.Posterior(logEvidences));
        int[] sources = [.. data.Reports.CountBy(report => report.Source).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Sources).Select(pair => pair.Key)];
        var lines = input.Lines().Where(line => line.Of == "sector").ToList();
        var first = Ranked(lines.Select(line => Wanted(line, last, sources[0])));
        var telling = first.Take(Sectors).Select(wanted => wanted.Sector).ToHashSet(StringComparer.Ordinal);
        var further =
            from line in lines
            where telling.Contains(line.Id)
            from back in Back
            where last - back >= 0
            from source in sources
            where back > 0 || source != sources[0]
            select Wanted(line, last - back, source);
        return Ranked(first.Concat(further));

        // the report would be published now, whatever month it tells of
        WantedReport Wanted(ModelLine line, int month, int source)
        {
            var answers = new double[5][];
            for (var step = -2; step <= 2; step++)
                answers[step + 2] = [.. board.Pick(fits.LogPredictives(new OrdinalReport(line.Line.Cells[0].Cell, month, step, step, source) { Published = last })).Select(Elementary.Exp)];
            return new WantedReport { Sector = line.Id, Month = input.MonthNames[month], Source = input.Sources[source], Bits = Information(posterior, answers) };
        }
    }

    private static List<WantedReport> Ranked(IEnumerable<WantedReport> wanted) =>
        [.. wanted.OrderByDescending(one => one.Bits).ThenBy(one => one.Sector, StringComparer.Ordinal).ThenByDescending(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.Source, StringComparer.Ordinal)];

    /// <summary>Mutual information in bits between story and answer.</summary>
    /// <param name="stories">Probabilities of the stories.</param>
    /// <param name="answers">Of each answer, its probability under every story; scaled here to sum 1 under each.</param>
    internal static double Information(IReadOnlyList<double> stories, IReadOnlyList<double[]> answers)
    {
        var totals = Enumerable.Range(0, stories.Count).Select(j => answers.Sum(answer => answer[j])).ToArray();
        var sum = 0.0;
        foreach (var answer in answers)
        {
            var mean = 0.0;
            for (var j = 0; j < stories.Count; j++)
                mean += stories[j] * answer[j] / totals[j];
            for (var j = 0; j < stories.Count; j++)
                if (stories[j] > 0 && answer[j] > 0)
                    sum += stories[j] * answer[j] / totals[j] * (Elementary.Log(answer[j] / totals[j]) - Elementary.Log(mean));
        }

        return Math.Max(0, sum / 0.693147180559945309);
    }
}
