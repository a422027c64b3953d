namespace Manometer.Statistics;

/// <summary>Do two forecasters differ? A test on the differences of their scores on the same questions.</summary>
/// <param name="MeanDifference">Mean of the differences; with scores of which lower is better, negative favours the first.</param>
/// <param name="Statistic">The test statistic; null for the permutation.</param>
/// <param name="PValue">Two-sided p-value.</param>
/// <param name="Permutation">Was it found by flipping signs?</param>
public sealed record PredictiveComparison(double MeanDifference, double? Statistic, double PValue, bool Permutation)
{
    private const int FewestForNormal = 15;

    /// <summary>Diebold and Mariano (1995) with the small-sample factor and t distribution of Harvey, Leybourne and Newbold (1997), and a Bartlett window of lag h - 1 (Newey and West 1987); below 15 differences the exact permutation of signs.</summary>
    /// <param name="differences">Score of the first less score of the second, in order of time.</param>
    /// <param name="steps">Steps ahead the forecasts were made, 1 or more; default 1.</param>
    /// <exception cref="ScoringException">No difference, one that is not finite, or as many steps as differences.</exception>
    public static PredictiveComparison Of(ReadOnlySpan<double> differences, int steps = 1)
    {
        var count = differences.Length;
        if (count == 0 || steps < 1 || (count >= FewestForNormal && steps >= count))
            throw new ScoringException(ScoringFault.TooFew, Require.Text($"{count} differences are too few for forecasts of {steps} steps."));
        var mean = 0.0;
        foreach (var difference in differences)
            mean += Require.Finite(difference, "difference") / count;
        if (count < FewestForNormal)
            return new PredictiveComparison(mean, null, SignFlips(differences), true);
        var variance = Autocovariance(differences, mean, 0);
        for (var lag = 1; lag < steps; lag++)
            variance += 2 * (1 - (double)lag / steps) * Autocovariance(differences, mean, lag);
        if (!(variance > 0))
            return new PredictiveComparison(mean, null, mean == 0 ? 1 : Elementary.Exp(-(count - 1) * Stable.LogTwo), true);
        double n = count, h = steps;
        var statistic = mean / Math.Sqrt(variance / n) * Math.Sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
        var tail = new StudentDistribution(n - 1).Cdf(-Math.Abs(statistic));
        return new PredictiveComparison(mean, statistic, Math.Min(1, 2 * tail), false);
    }

    private static double Autocovariance(ReadOnlySpan<double> values, double mean, int lag)
    {
        var sum = 0.0;
        for (var i = lag; i < values.Length; i++)
            sum += (values[i] - mean) * (values[i - lag] - mean);
        return sum / values.Length;
    }

    // every pattern of signs; sums that differ by rounding alone count as equal
    private static double SignFlips(ReadOnlySpan<double> differences)
    {
        var (observed, scale) = (0.0, 0.0);
        foreach (var difference in differences)
        {
            observed += difference;
            scale += Math.Abs(difference);
        }

        var (extreme, patterns) = (0, 1 << differences.Length);
        for (var pattern = 0; pattern < patterns; pattern++)
        {
            var sum = 0.0;
            for (var i = 0; i < differences.Length; i++)
                sum += (pattern >> i & 1) == 0 ? differences[i] : -differences[i];
            if (Math.Abs(sum) >= Math.Abs(observed) - 1e-12 * scale)
                extreme++;
        }

        return (double)extreme / patterns;
    }
}
