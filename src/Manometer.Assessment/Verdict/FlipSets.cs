namespace Manometer.Assessment;

/// <summary>Finds few observations whose removal changes the word of a verdict.</summary>
/// <remarks>
/// Observations are ranked by how much better the stories that bite foretell them than the others do; those of one side are then taken out one after the other, each time with an exact refit, until the word
/// changes. So a set that is found does change it, and a smaller one may exist: "at most so many".
/// </remarks>
internal static class FlipSets
{
    public const int Most = 12;

    public static FlipSet Of(ModelInput input, StoryFits fits, StoryBoard board, BiteVerdict now, double[] logEvidences)
    {
        var data = input.Data!;
        var settled = now.Word != StoryBoard.NotSettled;
        string WordOf(BiteVerdict bite) => settled ? bite.Word : bite.BaseWord!;
        var posterior = board.Posterior(logEvidences);
        var influence = new double[data.Reports.Count];
        for (var i = 0; i < influence.Length; i++)
            if (data.Reports[i].Weight > 0)
                influence[i] = data.Reports[i].Weight * board.Contrast(posterior, board.Pick(fits.LogPredictives(data.Reports[i])));
        FlipSet? best = null;
        foreach (var sign in (int[])[1, -1])
        {
            var order = Enumerable.Range(0, influence.Length).Where(i => sign * influence[i] > 0).OrderByDescending(i => sign * influence[i]).ThenBy(i => i).Take(Most).ToList();
            for (var count = 1; count <= order.Count && count < (best?.Observations.Count ?? int.MaxValue); count++)
            {
                var set = order.Take(count).ToHashSet();
                if (set.Count == data.Reports.Count(report => report.Weight > 0))
                    break;
                var bite = board.Bite(board.Pick(fits.LogEvidences(set)), refused: false);
                if (WordOf(bite) == WordOf(now))
                    continue;
                best = new FlipSet
                {
                    Observations = [.. order.Take(count).Select(i => input.Reports[i].Observation)],
                    From = WordOf(now),
                    To = WordOf(bite),
                    Probability = bite.Probability,
                    Of = settled ? "range" : "base",
                    Smallest = count == 1,
                };
                break;
            }
        }

        return best ?? new FlipSet { Observations = [], From = WordOf(now), Of = settled ? "range" : "base", Smallest = false };
    }
}
