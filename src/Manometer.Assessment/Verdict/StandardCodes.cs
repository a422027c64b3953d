namespace Manometer.Assessment;

/// <summary>Outcomes in the codes of the field.</summary>
public static class StandardCodes
{
    /// <summary>Bar of success of Hufbauer, Schott and Elliott: 9 of 16.</summary>
    public const int HseBar = 9;

    /// <summary>The classes of the Global Sanctions Data Base; the steps 1 to 5 of coercion are cut to them one by one. The data base codes the middle ones by what became of an episode, not by how much was reached: the cut is coarse.</summary>
    public static IReadOnlyList<string> GsdbClasses { get; } = ["failed", "ongoing", "negotiation", "partial success", "total success"];

    /// <summary>The policy result 1..4 of Hufbauer, Schott and Elliott from the five steps of "coerce": 1, 2 as they are, 3 split over 2 and 3, 4 to 3, 5 to 4.</summary>
    /// <param name="coerce">Probabilities of the five steps, sum 1.</param>
    /// <param name="split">Share of step 3 that counts as result 2, 0..1; default 0.5.</param>
    /// <exception cref="ArgumentException">Not five probabilities that sum to 1.</exception>
    public static IReadOnlyList<double> HseResult(IReadOnlyList<double> coerce, double split = 0.5)
    {
        Check(coerce, 5, nameof(coerce));
        return [coerce[0], coerce[1] + split * coerce[2], (1 - split) * coerce[2] + coerce[3], coerce[4]];
    }

    /// <summary>Probability of every product of result and contribution, the two independent; in order of the product.</summary>
    /// <param name="result">Probabilities of the results 1..4.</param>
    /// <param name="contribution">Probabilities of the contributions 1..4.</param>
    /// <exception cref="ArgumentException">Not four probabilities each that sum to 1.</exception>
    public static IReadOnlyList<ScoreShare> HseScores(IReadOnlyList<double> result, IReadOnlyList<double> contribution)
    {
        Check(result, 4, nameof(result));
        Check(contribution, 4, nameof(contribution));
        var shares = new SortedDictionary<int, double>();
        for (var r = 1; r <= 4; r++)
            for (var c = 1; c <= 4; c++)
                shares[r * c] = shares.GetValueOrDefault(r * c) + result[r - 1] * contribution[c - 1];
        return [.. shares.Select(share => new ScoreShare(share.Key, share.Value))];
    }

    /// <summary>Probability that result times contribution reaches 9 of 16, the two independent (Hufbauer, Schott and Elliott's bar of success).</summary>
    /// <param name="result">Probabilities of the results 1..4.</param>
    /// <param name="contribution">Probabilities of the contributions 1..4.</param>
    /// <exception cref="ArgumentException">Not four probabilities each that sum to 1.</exception>
    public static double HseSuccess(IReadOnlyList<double> result, IReadOnlyList<double> contribution) =>
        HseScores(result, contribution).Where(share => share.Score >= HseBar).Sum(share => share.Probability);

    /// <summary>All codes of one objective.</summary>
    /// <param name="objective">The objective; null: the measures as a whole.</param>
    /// <param name="coerce">Probabilities of the five steps of coercion.</param>
    /// <param name="contribution">Probabilities of the contributions 1..4; null: none was entered.</param>
    /// <param name="split">Share of step 3 that counts as result 2.</param>
    /// <exception cref="ArgumentException">Probabilities that do not sum to 1.</exception>
    public static EpisodeCode Of(string? objective, IReadOnlyList<double> coerce, IReadOnlyList<double>? contribution, double split = 0.5)
    {
        var result = HseResult(coerce, split);
        return new()
        {
            Objective = objective,
            HseResult = result,
            HseContribution = contribution,
            HseScores = contribution is null ? [] : HseScores(result, contribution),
            HseSuccess = contribution is null ? null : HseSuccess(result, contribution),
            TscCoerce = coerce,
            GsdbClasses = [.. GsdbClasses.Select((name, i) => new ClassShare(name, coerce[i]))],
        };
    }

    private static void Check(IReadOnlyList<double> probabilities, int count, string name)
    {
        if (probabilities.Count != count || probabilities.Any(p => !(p is >= 0 and <= 1)) || Math.Abs(probabilities.Sum() - 1) > 1e-9)
            throw new ArgumentException($"{count} probabilities that sum to 1 are wanted", name);
    }
}
