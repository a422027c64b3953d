using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What to look for next: of one more report on each sector in the last month, from the source that was heard most, the information it is expected to give about which story holds.</summary>
/// <remarks>Expected information: entropy of the stories less its mean over the five answers such a report may give. A report that all stories foretell alike is worth 0.</remarks>
internal static class WantedReports
{
    public static IReadOnlyList<WantedReport> Of(ModelInput input, StoryFits fits, StoryBoard board, double[] logEvidences)
    {
        var data = input.Data!;
        var posterior = board.Posterior(logEvidences);
        var source = data.Reports.CountBy(report => report.Source).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        var wanted = new List<WantedReport>();
        foreach (var line in input.Lines().Where(line => line.Of == "sector"))
        {
            var answers = new double[5][];
            for (var step = -2; step <= 2; step++)
                answers[step + 2] = [.. board.Pick(fits.LogPredictives(new OrdinalReport(line.Line.Cells[0].Cell, data.Months - 1, step, step, source) { Published = data.Months - 1 })).Select(Elementary.Exp)];
            wanted.Add(new WantedReport { Sector = line.Id, Month = input.MonthNames[^1], Source = input.Sources[source], Bits = Information(posterior, answers) });
        }

        return [.. wanted.OrderByDescending(one => one.Bits).ThenBy(one => one.Sector, StringComparer.Ordinal)];
    }

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
