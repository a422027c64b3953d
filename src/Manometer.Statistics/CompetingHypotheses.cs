namespace Manometer.Statistics;

/// <summary>What a matrix of hypotheses and evidence says: by Bayes' rule over ranges of likelihood, and by the counts that older tools show.</summary>
/// <remarks>Likelihoods are P(evidence given hypothesis), one row an item of evidence, one column a hypothesis. The evidence is taken as independent given the hypothesis; weights below 1 discount items that are not.</remarks>
public static class CompetingHypotheses
{
    /// <summary>Posterior probabilities: prior times the product of likelihoods to the power of their weights.</summary>
    /// <param name="priors">Prior of each hypothesis; they need not sum to 1.</param>
    /// <param name="likelihoods">Rows of likelihoods, above 0 and at most 1.</param>
    /// <param name="weights">Weight of each row, 0 or more.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static double[] Posterior(ReadOnlySpan<double> priors, IReadOnlyList<double[]> likelihoods, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(likelihoods);
        var logs = new double[priors.Length];
        Check(priors, likelihoods, weights.Length);
        for (var h = 0; h < logs.Length; h++)
        {
            logs[h] = Elementary.Log(priors[h]);
            for (var e = 0; e < likelihoods.Count; e++)
                logs[h] += weights[e] * Elementary.Log(likelihoods[e][h]);
        }

        return Normalised(logs);
    }

    /// <summary>The least and the greatest posterior of each hypothesis while every likelihood moves in its own range: its own all at one end, the others' at the other.</summary>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static (double Low, double High)[] PosteriorRange(ReadOnlySpan<double> priors, IReadOnlyList<double[]> low, IReadOnlyList<double[]> high, ReadOnlySpan<double> weights)
    {
        var ranges = new (double Low, double High)[priors.Length];
        for (var h = 0; h < ranges.Length; h++)
            ranges[h] = (Posterior(priors, Mixed(h, low, high), weights)[h], Posterior(priors, Mixed(h, high, low), weights)[h]);
        return ranges;
    }

    /// <summary>Information an item carries about the hypotheses, in bits: mutual information of the hypothesis and of whether the evidence is seen. 0 when all likelihoods are equal.</summary>
    /// <param name="priors">Prior of each hypothesis; scaled to sum to 1.</param>
    /// <param name="likelihoods">Likelihood under each.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static double InformationBits(ReadOnlySpan<double> priors, ReadOnlySpan<double> likelihoods)
    {
        Check(priors, [likelihoods.ToArray()], 1);
        var (total, seen, within) = (0.0, 0.0, 0.0);
        foreach (var prior in priors)
            total += prior;
        for (var h = 0; h < priors.Length; h++)
        {
            seen += priors[h] / total * likelihoods[h];
            within += priors[h] / total * Entropy(likelihoods[h]);
        }

        return Math.Max(0, (Entropy(seen) - within) / Stable.LogTwo);
    }

    /// <summary>Weight of evidence for one hypothesis against another, in decibans: 10 log10 of the ratio of likelihoods (Good 1950).</summary>
    /// <exception cref="ScoringException">A likelihood is not above 0 and at most 1.</exception>
    public static double Decibans(double likelihood, double against) =>
        10 * (Elementary.Log(Likelihood(likelihood)) - Elementary.Log(Likelihood(against))) / 2.302585092994045684;

    /// <summary>Legacy: sum of squared distances below neutral, over evidence rated 1 (very inconsistent) to 5 (very consistent), 0 not applicable.</summary>
    public static int SquaredInconsistency(ReadOnlySpan<int> entries)
    {
        var sum = 0;
        foreach (var entry in entries)
            sum += entry is 1 or 2 ? (3 - entry) * (3 - entry) : 0;
        return sum;
    }

    /// <summary>Legacy: sum of squared distances above neutral.</summary>
    public static int SquaredConsistency(ReadOnlySpan<int> entries)
    {
        var sum = 0;
        foreach (var entry in entries)
            sum += entry is 4 or 5 ? (entry - 3) * (entry - 3) : 0;
        return sum;
    }

    /// <summary>Legacy: 1 for inconsistent and 2 for very inconsistent, times the weight of the evidence; what is consistent counts nothing.</summary>
    /// <exception cref="ScoringException">Lists of different length.</exception>
    public static double WeightedInconsistency(ReadOnlySpan<int> entries, ReadOnlySpan<double> weights)
    {
        Require.SameLength(entries.Length, weights.Length, "entries as weights");
        var sum = 0.0;
        for (var e = 0; e < entries.Length; e++)
            sum += entries[e] is 1 or 2 ? (3 - entries[e]) * weights[e] : 0;
        return sum;
    }

    /// <summary>Legacy: standard deviation of an item's entries over the hypotheses, not applicable taken as neutral.</summary>
    /// <exception cref="ScoringException">No entry.</exception>
    public static double Diagnosticity(ReadOnlySpan<int> entries)
    {
        Require.SameLength(entries.Length, entries.Length, "entries");
        var (mean, squares) = (0.0, 0.0);
        foreach (var entry in entries)
            mean += (entry == 0 ? 3.0 : entry) / entries.Length;
        foreach (var entry in entries)
            squares += ((entry == 0 ? 3 : entry) - mean) * ((entry == 0 ? 3 : entry) - mean);
        return Math.Sqrt(squares / entries.Length);
    }

    private static double[][] Mixed(int own, IReadOnlyList<double[]> mine, IReadOnlyList<double[]> theirs)
    {
        var mixed = new double[mine.Count][];
        for (var e = 0; e < mixed.Length; e++)
        {
            mixed[e] = (double[])theirs[e].Clone();
            mixed[e][own] = mine[e][own];
        }

        return mixed;
    }

    private static double[] Normalised(double[] logs)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var log in logs)
            largest = Math.Max(largest, log);
        for (var h = 0; h < logs.Length; h++)
            sum += logs[h] = Elementary.Exp(logs[h] - largest);
        for (var h = 0; h < logs.Length; h++)
            logs[h] /= sum;
        return logs;
    }

    private static double Entropy(double p) => p is <= 0 or >= 1 ? 0 : -(p * Elementary.Log(p) + (1 - p) * Stable.LogOnePlus(-p));

    private static double Likelihood(double value) => value is > 0 and <= 1 ? value
        : throw new ScoringException(ScoringFault.Probability, Require.Text($"A likelihood must be above 0 and at most 1; it is {value}."));

    private static void Check(ReadOnlySpan<double> priors, IReadOnlyList<double[]> likelihoods, int weights)
    {
        if (priors.IsEmpty || likelihoods.Count != weights)
            throw new ScoringException(ScoringFault.Shape, Require.Text($"There must be a hypothesis, and a weight for each of the {likelihoods.Count} items of evidence."));
        var any = false;
        foreach (var prior in priors)
            any |= Require.Probability(prior, "prior") > 0;
        if (!any)
            throw new ScoringException(ScoringFault.Weights, "All priors are 0.");
        foreach (var row in likelihoods)
        {
            Require.SameLength(row.Length, priors.Length, "likelihoods as hypotheses");
            foreach (var value in row)
                Likelihood(value);
        }
    }
}
