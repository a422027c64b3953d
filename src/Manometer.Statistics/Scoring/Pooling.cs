namespace Manometer.Statistics;

/// <summary>One probability out of several.</summary>
public static class Pooling
{
    /// <summary>The mean.</summary>
    /// <exception cref="ScoringException">No probability, or one outside 0..1.</exception>
    public static double Mean(ReadOnlySpan<double> probabilities)
    {
        Require.SameLength(probabilities.Length, probabilities.Length, "probabilities");
        var sum = 0.0;
        foreach (var probability in probabilities)
            sum += Require.Probability(probability);
        return sum / probabilities.Length;
    }

    /// <summary>The median; of an even number, the mean of the middle two.</summary>
    /// <exception cref="ScoringException">No probability, or one outside 0..1.</exception>
    public static double Median(ReadOnlySpan<double> probabilities)
    {
        Mean(probabilities);
        var sorted = probabilities.ToArray();
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The probability whose log-odds are the mean of the log-odds, times a factor: 1 pools, above 1 makes the pool more extreme (Satopaa and others 2014; 2.5 is usual among strangers).</summary>
    /// <param name="probabilities">Above 0 and below 1.</param>
    /// <param name="extremising">Factor on the mean log-odds, above 0; default 1.</param>
    /// <exception cref="ScoringException">No probability, or one that is 0, 1 or outside.</exception>
    public static double MeanLogit(ReadOnlySpan<double> probabilities, double extremising = 1)
    {
        Require.SameLength(probabilities.Length, probabilities.Length, "probabilities");
        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            if (!(probability is > 0 and < 1))
                throw new ScoringException(ScoringFault.Probability, Require.Text($"Log-odds need a probability above 0 and below 1; it is {probability}."));
            sum += Elementary.Log(probability) - Stable.LogOnePlus(-probability);
        }

        return Stable.Logistic(Require.Positive(extremising, "factor") * sum / probabilities.Length);
    }
}
