namespace Manometer.Statistics;

/// <summary>The Jeffreys interval of a proportion: the central interval of Beta(k + 1/2, n - k + 1/2), the posterior under Jeffreys' prior.</summary>
/// <remarks>
/// Brown, Cai and DasGupta (2001), "Interval estimation for a binomial proportion", Statistical Science 16(2), section 3.1.2. Following their equation (8) for a
/// two-sided interval the lower limit is 0 when k = 0 and the upper limit is 1 when k = n. The number of successes may be fractional.
/// </remarks>
public static class Jeffreys
{
    /// <summary>The interval.</summary>
    /// <param name="successes">k, 0..<paramref name="trials"/>; may be fractional.</param>
    /// <param name="trials">n, at least 0; with 0 trials the interval is 0..1.</param>
    /// <param name="level">Probability the interval holds, above 0 and below 1; 0.9 gives the central 90 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside its range.</exception>
    public static (double Low, double High) Interval(double successes, double trials, double level)
    {
        if (!(trials >= 0) || double.IsInfinity(trials))
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "the number of trials is finite and at least 0");
        if (!(successes >= 0 && successes <= trials))
            throw new ArgumentOutOfRangeException(nameof(successes), successes, "the number of successes is 0 to the number of trials");
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "the level is above 0 and below 1");
        if (trials == 0)
            return (0, 1);
        var tail = (1 - level) / 2;
        var a = successes + 0.5;
        var b = trials - successes + 0.5;
        return (successes == 0 ? 0 : Beta.Quantile(tail, a, b), successes == trials ? 1 : Beta.Quantile(1 - tail, a, b));
    }
}
