namespace Manometer.Statistics;

/// <summary>Scores of probabilities: of one event, or of the classes of a question.</summary>
/// <remarks>All are proper and negatively oriented: lower is better. Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and estimation", sections 3 and 4.</remarks>
public static class ProbabilityScores
{
    /// <summary>Squared distance between a stated probability and what happened.</summary>
    /// <remarks>0..1; who always says one half scores 0.25. This is half of the score of Brier (1950), which sums over both outcomes.</remarks>
    /// <param name="probability">Stated probability of the event, 0..1.</param>
    /// <param name="happened">Did it happen?</param>
    /// <exception cref="ScoringException">The probability is NaN or outside 0..1.</exception>
    public static double Brier(double probability, bool happened)
    {
        var distance = Require.Probability(probability) - (happened ? 1 : 0);
        return distance * distance;
    }

    /// <summary>Minus the natural logarithm of the probability given to what happened: 0 or more, infinite when that was called impossible.</summary>
    /// <exception cref="ScoringException">The probability is NaN or outside 0..1.</exception>
    public static double Logarithmic(double probability, bool happened) =>
        Negated(happened ? Elementary.Log(Require.Probability(probability)) : Stable.LogOnePlus(-Require.Probability(probability)));

    /// <summary>Minus the probability given to what happened, over the length of the vector of both: -1..0.</summary>
    /// <exception cref="ScoringException">The probability is NaN or outside 0..1.</exception>
    public static double Spherical(double probability, bool happened)
    {
        var other = 1 - Require.Probability(probability);
        return -(happened ? probability : other) / Math.Sqrt(probability * probability + other * other);
    }

    /// <summary>Brier's own score over the classes of a question: the sum of squared distances, 0..2.</summary>
    /// <param name="probabilities">Probability of each class; they sum to 1.</param>
    /// <param name="outcome">Index of the class that came, from 0.</param>
    /// <exception cref="ScoringException">The probabilities do not sum to 1, or there is no such class.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, int outcome)
    {
        Check(probabilities, outcome);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            var distance = probabilities[k] - (k == outcome ? 1 : 0);
            sum += distance * distance;
        }

        return sum;
    }

    /// <summary>Minus the natural logarithm of the probability of the class that came.</summary>
    /// <exception cref="ScoringException">The probabilities do not sum to 1, or there is no such class.</exception>
    public static double Logarithmic(ReadOnlySpan<double> probabilities, int outcome)
    {
        Check(probabilities, outcome);
        return Negated(Elementary.Log(probabilities[outcome]));
    }

    /// <summary>Minus the probability of the class that came over the length of the vector of all: -1..0.</summary>
    /// <exception cref="ScoringException">The probabilities do not sum to 1, or there is no such class.</exception>
    public static double Spherical(ReadOnlySpan<double> probabilities, int outcome)
    {
        Check(probabilities, outcome);
        var sum = 0.0;
        foreach (var probability in probabilities)
            sum += probability * probability;
        return -probabilities[outcome] / Math.Sqrt(sum);
    }

    /// <summary>Ranked probability score of ordered classes: the sum of squared distances of the cumulative probabilities, 0 to the number of classes less one.</summary>
    /// <remarks>Epstein (1969), Murphy (1971); not divided by the number of thresholds.</remarks>
    /// <exception cref="ScoringException">The probabilities do not sum to 1, or there is no such class.</exception>
    public static double Ranked(ReadOnlySpan<double> probabilities, int outcome)
    {
        Check(probabilities, outcome);
        var (sum, cdf) = (0.0, 0.0);
        for (var k = 0; k + 1 < probabilities.Length; k++)
        {
            cdf += probabilities[k];
            var distance = cdf - (k >= outcome ? 1 : 0);
            sum += distance * distance;
        }

        return sum;
    }

    private static void Check(ReadOnlySpan<double> probabilities, int outcome)
    {
        Require.Probabilities(probabilities);
        if (outcome < 0 || outcome >= probabilities.Length)
            throw new ScoringException(ScoringFault.Shape, Require.Text($"The outcome must be one of the {probabilities.Length} classes; it is {outcome}."));
    }

    // minus zero is not printed
    private static double Negated(double value) => value == 0 ? 0 : -value;
}
