namespace Manometer.Assessment;

/// <summary>Outcomes in the codes of the field.</summary>
public static class StandardCodes
{
    private static readonly double[][] ResultOfCoerce = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0.5, 0.5, 0], [0, 0, 1, 0], [0, 0, 0, 1]];

    /// <summary>The classes of the Global Sanctions Data Base, in order of the steps 1 to 5.</summary>
    public static IReadOnlyList<string> GsdbClasses { get; } = ["failed", "ongoing", "negotiation", "partial success", "total success"];

    /// <summary>The policy result 1..4 of Hufbauer, Schott and Elliott from the five steps of "coerce": 1, 2 as they are, 3 half to 2 and half to 3, 4 to 3, 5 to 4.</summary>
    /// <param name="coerce">Probabilities of the five steps, sum 1.</param>
    /// <exception cref="ArgumentException">Not five probabilities that sum to 1.</exception>
    public static IReadOnlyList<double> HseResult(IReadOnlyList<double> coerce)
    {
        Check(coerce, 5, nameof(coerce));
        var result = new double[4];
        for (var step = 0; step < 5; step++)
            for (var r = 0; r < 4; r++)
                result[r] += coerce[step] * ResultOfCoerce[step][r];
        return result;
    }

    /// <summary>Probability that result times contribution reaches 9 of 16, the two independent (Hufbauer, Schott and Elliott's bar of success).</summary>
    /// <param name="result">Probabilities of the results 1..4.</param>
    /// <param name="contribution">Probabilities of the contributions 1..4.</param>
    /// <exception cref="ArgumentException">Not four probabilities each that sum to 1.</exception>
    public static double HseSuccess(IReadOnlyList<double> result, IReadOnlyList<double> contribution)
    {
        Check(result, 4, nameof(result));
        Check(contribution, 4, nameof(contribution));
        var sum = 0.0;
        for (var r = 1; r <= 4; r++)
            for (var c = 1; c <= 4; c++)
                if (r * c >= 9)
                    sum += result[r - 1] * contribution[c - 1];
        return sum;
    }

    private static void Check(IReadOnlyList<double> probabilities, int count, string name)
    {
        if (probabilities.Count != count || probabilities.Any(p => !(p is >= 0 and <= 1)) || Math.Abs(probabilities.Sum() - 1) > 1e-9)
            throw new ArgumentException($"{count} probabilities that sum to 1 are wanted", name);
    }
}
