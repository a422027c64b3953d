namespace Manometer.Statistics;

/// <summary>Scores of quantiles and intervals, in the unit of the outcome; lower is better.</summary>
public static class QuantileScores
{
    /// <summary>Pinball loss of a quantile: the level times the shortfall, or one less the level times the excess.</summary>
    /// <remarks>Koenker and Bassett (1978).</remarks>
    /// <param name="level">Level of the quantile, 0..1.</param>
    /// <param name="quantile">The stated quantile.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ScoringException">A value is not finite or outside its range.</exception>
    public static double Pinball(double level, double quantile, double outcome)
    {
        Require.Probability(level, "level");
        var over = Require.Finite(outcome, "outcome") - Require.Finite(quantile, "quantile");
        return over >= 0 ? level * over : (level - 1) * over;
    }

    /// <summary>Twice the mean pinball loss: an approximation of the continuous ranked probability score from a few quantiles.</summary>
    /// <param name="levels">Rising levels, above 0 and below 1.</param>
    /// <param name="quantiles">Their quantiles.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ScoringException">Levels that do not rise, lists of different length, or a value outside its range.</exception>
    public static double Crps(ReadOnlySpan<double> levels, ReadOnlySpan<double> quantiles, double outcome)
    {
        Require.SameLength(levels.Length, quantiles.Length, "levels as quantiles");
        Require.Rising(levels, "level");
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++)
            sum += Pinball(levels[i], quantiles[i], outcome);
        return 2 * sum / levels.Length;
    }

    /// <summary>Interval score: the width, and a penalty of 2 over the miss rate for every unit outside (Winkler 1972).</summary>
    /// <param name="lower">Lower end.</param>
    /// <param name="upper">Upper end, at least the lower.</param>
    /// <param name="missRate">Probability the interval leaves outside, above 0 and below 1: 0.2 for an 80 % interval.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ScoringException">A value is not finite or outside its range.</exception>
    public static double Interval(double lower, double upper, double missRate, double outcome)
    {
        if (!(Require.Finite(lower, "lower end") <= Require.Finite(upper, "upper end")))
            throw new ScoringException(ScoringFault.Order, Require.Text($"The lower end must not be above the upper; they are {lower} and {upper}."));
        if (!(missRate is > 0 and < 1))
            throw new ScoringException(ScoringFault.Probability, Require.Text($"The miss rate must be above 0 and below 1; it is {missRate}."));
        Require.Finite(outcome, "outcome");
        return upper - lower + 2 / missRate * (outcome < lower ? lower - outcome : outcome > upper ? outcome - upper : 0);
    }

    /// <summary>Weighted interval score of a median and central intervals (Bracher, Ray, Gneiting and Reich 2021, equation 1); equals <see cref="Crps"/> of the same quantiles.</summary>
    /// <param name="median">The median.</param>
    /// <param name="lower">Lower ends.</param>
    /// <param name="upper">Upper ends, in step.</param>
    /// <param name="missRates">Probability each interval leaves outside, in step.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ScoringException">Lists of different length, or a value outside its range.</exception>
    public static double WeightedInterval(double median, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> missRates, double outcome)
    {
        Require.SameLength(lower.Length, upper.Length, "lower as upper ends");
        Require.SameLength(lower.Length, missRates.Length, "intervals as miss rates");
        var sum = Math.Abs(Require.Finite(outcome, "outcome") - Require.Finite(median, "median")) / 2;
        for (var i = 0; i < lower.Length; i++)
            sum += missRates[i] / 2 * Interval(lower[i], upper[i], missRates[i], outcome);
        return sum / (lower.Length + 0.5);
    }
}
