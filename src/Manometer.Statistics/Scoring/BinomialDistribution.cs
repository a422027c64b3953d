namespace Manometer.Statistics;

/// <summary>The binomial distribution as a forecast of a count out of a known number.</summary>
/// <param name="trials">Number of trials, at least 0.</param>
/// <param name="probability">Probability of each, 0..1.</param>
/// <exception cref="ScoringException">A parameter is outside its range.</exception>
public sealed class BinomialDistribution(int trials, double probability)
    : CountDistribution(Mode(trials, probability), 0, trials, k => (trials - k) / (k + 1) * (probability / (1 - probability)))
{
    /// <summary>Number of trials.</summary>
    public int Trials { get; } = trials;

    /// <summary>Probability of each.</summary>
    public double Probability { get; } = probability;

    private protected override double LogScoreOf(double y)
    {
        if (y < 0 || y > Trials || y != Math.Floor(y))
            return double.PositiveInfinity;
        return LogGamma.Of(y + 1) + LogGamma.Of(Trials - y + 1) - LogGamma.Of(Trials + 1.0) - (y == 0 ? 0 : y * Elementary.Log(Probability)) - (y == Trials ? 0 : (Trials - y) * Stable.LogOnePlus(-Probability));
    }

    private static long Mode(int trials, double probability)
    {
        Require.Probability(probability);
        if (trials < 0)
            throw new ScoringException(ScoringFault.Parameter, Require.Text($"The number of trials must be at least 0; it is {trials}."));
        return Math.Min(trials, (long)((trials + 1.0) * probability));
    }
}
