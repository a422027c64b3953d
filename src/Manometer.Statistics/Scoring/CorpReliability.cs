namespace Manometer.Statistics;

/// <summary>Reliability of stated probabilities without a choice of bins (Dimitriadis, Gneiting and Jordan 2021): the mean Brier score as miscalibration less discrimination plus uncertainty.</summary>
/// <param name="Score">Mean Brier score.</param>
/// <param name="Miscalibration">How much recalibration would gain; 0 or more.</param>
/// <param name="Discrimination">How much the recalibrated forecasts gain over the base rate; 0 or more.</param>
/// <param name="Uncertainty">Score of the base rate.</param>
/// <param name="Points">One point a distinct probability, rising.</param>
public sealed record CorpReliability(double Score, double Miscalibration, double Discrimination, double Uncertainty, IReadOnlyList<ReliabilityPoint> Points)
{
    /// <summary>Computes the diagram.</summary>
    /// <param name="probabilities">Stated probabilities.</param>
    /// <param name="happened">What happened, in step.</param>
    /// <param name="level">Probability the consistency band holds, pointwise, above 0 and below 1; default 0.9.</param>
    /// <param name="draws">Resamples for the band; default 1,000. 0: the band is empty, from the fit to the fit.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static CorpReliability Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened, double level = 0.9, int draws = 1000, ulong seed = 1)
    {
        Require.SameLength(probabilities.Length, happened.Length, "probabilities as outcomes");
        if (!(level is > 0 and < 1) || draws < 0)
            throw new ScoringException(ScoringFault.Parameter, "The level must be above 0 and below 1, and the number of draws 0 or more.");
        var groups = Group(probabilities, happened);
        double[] forecasts = [.. groups.Select(group => group.Forecast)];
        double[] counts = [.. groups.Select(group => (double)group.Count)];
        double[] rates = [.. groups.Select(group => group.Hits / (double)group.Count)];
        var fit = Isotonic.Fit(rates, counts);
        var (score, recalibrated, hits) = (0.0, 0.0, 0.0);
        for (var k = 0; k < fit.Length; k++)
        {
            score += Loss(forecasts[k], rates[k], counts[k]);
            recalibrated += Loss(fit[k], rates[k], counts[k]);
            hits += rates[k] * counts[k];
        }

        double count = probabilities.Length;
        var uncertainty = hits / count * (1 - hits / count);
        (score, recalibrated) = (score / count, recalibrated / count);
        var band = Band(forecasts, groups, fit, level, draws, seed);
        var points = new ReliabilityPoint[fit.Length];
        for (var k = 0; k < fit.Length; k++)
            points[k] = new ReliabilityPoint(forecasts[k], groups[k].Count, rates[k], fit[k], band[k].Low, band[k].High);
        return new CorpReliability(score, score - recalibrated, uncertainty - recalibrated, uncertainty, points);
    }

    // mean of (p - o)^2 over a group: its share of hits decides
    private static double Loss(double p, double rate, double count) => count * ((1 - p) * (1 - p) * rate + p * p * (1 - rate));

    private static List<(double Forecast, int Count, int Hits)> Group(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        var order = new int[probabilities.Length];
        var keys = probabilities.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            Require.Probability(keys[i]);
            order[i] = i;
        }

        Array.Sort(keys, order);
        var groups = new List<(double Forecast, int Count, int Hits)>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (groups.Count == 0 || groups[^1].Forecast != keys[i])
                groups.Add((keys[i], 0, 0));
            var last = groups[^1];
            groups[^1] = (last.Forecast, last.Count + 1, last.Hits + (happened[order[i]] ? 1 : 0));
        }

        return groups;
    }

    private static (double Low, double High)[] Band(double[] forecasts, List<(double Forecast, int Count, int Hits)> groups, double[] fit, double level, int draws, ulong seed)
    {
        var band = new (double Low, double High)[fit.Length];
        if (draws == 0)
        {
            for (var k = 0; k < fit.Length; k++)
                band[k] = (fit[k], fit[k]);
            return band;
        }

        var random = new Xoshiro256(seed);
        var drawn = new double[fit.Length][];
        for (var k = 0; k < fit.Length; k++)
            drawn[k] = new double[draws];
        var rates = new double[fit.Length];
        double[] counts = [.. groups.Select(group => (double)group.Count)];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var k = 0; k < rates.Length; k++)
            {
                var hits = 0;
                for (var i = 0; i < groups[k].Count; i++)
                    if (random.NextDouble() < forecasts[k])
                        hits++;
                rates[k] = hits / counts[k];
            }

            var one = Isotonic.Fit(rates, counts);
            for (var k = 0; k < one.Length; k++)
                drawn[k][draw] = one[k];
        }

        for (var k = 0; k < fit.Length; k++)
        {
            Array.Sort(drawn[k]);
            var tail = (1 - level) / 2 * (draws - 1);
            band[k] = (drawn[k][(int)Math.Floor(tail)], drawn[k][draws - 1 - (int)Math.Floor(tail)]);
        }

        return band;
    }
}
