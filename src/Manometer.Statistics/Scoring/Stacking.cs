namespace Manometer.Statistics;

/// <summary>Weights on the simplex with which a mixture of forecasters would have foretold best what came: the greatest mean of ln sum_j w_j p_j.</summary>
/// <remarks>
/// Yao, Vehtari, Simpson and Gelman (2018), "Using stacking to average Bayesian predictive distributions", Bayesian Analysis 13(3), equation (5), here over forecasts made before the event. Unlike probabilities of
/// models they do not suppose that one of the forecasters is right. The problem is concave; it is solved by the multiplicative steps of EM, which raise the score each time, and the answer carries a bound on how far it is from the best.
/// </remarks>
/// <param name="Weights">One for each forecaster, 0..1; they sum to 1.</param>
/// <param name="Score">Mean logarithmic score of the mixture.</param>
/// <param name="Gap">At most so much better could any weights be.</param>
public sealed record Stacking(IReadOnlyList<double> Weights, double Score, double Gap)
{
    private const int MostSteps = 200_000;
    private const double Enough = 1e-7;

    /// <summary>The weights.</summary>
    /// <param name="logForecasts">One row an event, with the logarithm of what each forecaster gave it; minus infinity where it was held impossible.</param>
    /// <exception cref="ArgumentException">There is no event or no forecaster, rows differ in length, a value is NaN or plus infinity, or an event was held impossible by all.</exception>
    public static Stacking Of(IReadOnlyList<double[]> logForecasts)
    {
        ArgumentNullException.ThrowIfNull(logForecasts);
        if (logForecasts.Count == 0 || logForecasts[0].Length == 0)
            throw new ArgumentException("There is nothing to stack.", nameof(logForecasts));
        var size = logForecasts[0].Length;
        var (ratios, tops) = (new double[logForecasts.Count][], 0.0);
        for (var i = 0; i < ratios.Length; i++)
        {
            if (logForecasts[i].Length != size || logForecasts[i].Any(one => double.IsNaN(one) || double.IsPositiveInfinity(one)))
                throw new ArgumentException("Every event has one finite logarithm, or minus infinity, of each forecaster.", nameof(logForecasts));
            var top = logForecasts[i].Max();
            if (double.IsNegativeInfinity(top))
                throw new ArgumentException("An event was held impossible by all.", nameof(logForecasts));
            (ratios[i], tops) = ([.. logForecasts[i].Select(one => Elementary.Exp(one - top))], tops + top);
        }

        var weights = Enumerable.Repeat(1.0 / size, size).ToArray();
        var gains = new double[size];
        for (var step = 0; ; step++)
        {
            var score = 0.0;
            gains.AsSpan().Clear();
            foreach (var row in ratios)
            {
                var mixed = 0.0;
                for (var j = 0; j < size; j++)
                    mixed += weights[j] * row[j];
                score += Elementary.Log(mixed);
                for (var j = 0; j < size; j++)
                    gains[j] += row[j] / mixed / ratios.Length;
            }

            // concave in the weights: no weights are better by more than the logarithm of the greatest gain
            var gap = Elementary.Log(gains.Max());
            if (gap <= Enough || step == MostSteps)
                return new Stacking(weights, (score + tops) / ratios.Length, Math.Max(0, gap));
            var sum = 0.0;
            for (var j = 0; j < size; j++)
                sum += weights[j] *= gains[j];
            for (var j = 0; j < size; j++)
                weights[j] /= sum;
        }
    }
}
