namespace Manometer.Statistics;

/// <summary>The negative binomial distribution as a forecast of a count: failures before a number of successes.</summary>
/// <param name="size">Number of successes, above 0; may be fractional.</param>
/// <param name="probability">Probability of success, above 0 and at most 1; the mean is size (1 - probability) / probability.</param>
/// <exception cref="ScoringException">A parameter is not finite or outside its range.</exception>
public sealed class NegativeBinomialDistribution(double size, double probability)
    : CountDistribution(Mode(size, probability), 0, long.MaxValue, k => (k + size) / (k + 1) * (1 - probability))
{
    /// <summary>Number of successes.</summary>
    public double Successes { get; } = size;

    /// <summary>Probability of success.</summary>
    public double Probability { get; } = probability;

    private protected override double LogScoreOf(double y) => y < 0 || y != Math.Floor(y) ? double.PositiveInfinity
        : LogGamma.Of(Successes) + LogGamma.Of(y + 1) - LogGamma.Of(y + Successes) - Successes * Elementary.Log(Probability) - (y == 0 ? 0 : y * Stable.LogOnePlus(-Probability));

    private static long Mode(double size, double probability)
    {
        Require.Positive(size, "size");
        Require.Positive(Require.Probability(probability), "probability");
        var mode = size > 1 ? (size - 1) * (1 - probability) / probability : 0;
        return mode < 1e15 ? (long)mode : throw new ScoringException(ScoringFault.Size, "The counts are beyond 1e15; score a normal approximation.");
    }
}
