namespace Manometer.Statistics;

/// <summary>The scores of question platforms, so that a record kept there can be compared. Unlike all others here, higher is better.</summary>
public static class PlatformScores
{
    /// <summary>Baseline score of a question of K classes: 100 ln(pK) / ln K; 0 for the one who knows nothing, 100 for the one who is certain and right.</summary>
    /// <param name="probability">Probability given to what happened, 0..1; at 0 the score is minus infinity.</param>
    /// <param name="classes">Number of classes, 2 or more.</param>
    /// <exception cref="ScoringException">A value is outside its range.</exception>
    public static double Baseline(double probability, int classes = 2)
    {
        if (classes < 2)
            throw new ScoringException(ScoringFault.Parameter, Require.Text($"A question has at least 2 classes; it has {classes}."));
        return 100 * Elementary.Log(Require.Probability(probability) * classes) / Elementary.Log(classes);
    }

    /// <summary>Baseline score of a number: 50 ln(p / base), p the probability of the bucket that came and base that of the one who knows nothing.</summary>
    /// <exception cref="ScoringException">A value is outside its range.</exception>
    public static double BaselineOfNumber(double probability, double baseProbability) =>
        50 * Elementary.Log(Require.Probability(probability) / Require.Positive(Require.Probability(baseProbability), "base probability"));

    /// <summary>Peer score: 100 n / (n - 1) times the logarithm of the probability over the geometric mean of all.</summary>
    /// <param name="probabilities">Probability each of n forecasters gave to what happened, above 0; 2 or more forecasters.</param>
    /// <param name="index">Which of them.</param>
    /// <exception cref="ScoringException">A value is outside its range.</exception>
    public static double Peer(ReadOnlySpan<double> probabilities, int index)
    {
        var count = probabilities.Length;
        if (count < 2 || index < 0 || index >= count)
            throw new ScoringException(ScoringFault.TooFew, "A peer score needs 2 forecasters, and is that of one of them.");
        var mean = 0.0;
        foreach (var probability in probabilities)
            mean += Elementary.Log(Require.Positive(Require.Probability(probability), "probability"));
        return 100.0 * count / (count - 1) * (Elementary.Log(probabilities[index]) - mean / count);
    }

    /// <summary>A score over the life of a question: each forecast by the share of the scheduled life it stood. Time without a forecast scores 0.</summary>
    /// <param name="scores">Score of each forecast.</param>
    /// <param name="from">When each began, rising.</param>
    /// <param name="opens">When the question opened.</param>
    /// <param name="closes">When it was scheduled to close, after it opened.</param>
    /// <param name="until">When the last forecast was withdrawn, or the question closed.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or times that do not rise.</exception>
    public static double TimeWeighted(ReadOnlySpan<double> scores, ReadOnlySpan<double> from, double opens, double closes, double until)
    {
        Require.SameLength(scores.Length, from.Length, "scores as times");
        Require.Rising(from, "time");
        Require.Rising([opens, closes], "time");
        Require.Finite(until, "time of withdrawal");
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            var end = Math.Min(Math.Min(until, closes), i + 1 < from.Length ? from[i + 1] : closes);
            sum += scores[i] * Math.Max(0, end - Math.Max(opens, from[i]));
        }

        return sum / (closes - opens);
    }
}
