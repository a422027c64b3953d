namespace Manometer.Statistics;

/// <summary>How likely data of this informativeness would show an effect: the chance that a Bayes factor against no effect exceeds a bar.</summary>
/// <remarks>
/// Normal approximation: with prior sd t and posterior sd p, the data's own sd is s, 1/s^2 = 1/p^2 - 1/t^2, and v = t^2/(t^2 + s^2). ln BF = ln(1-v)/2 + v z^2/2, so the bar k is passed
/// when |z| exceeds z* = sqrt((2 ln k - ln(1-v))/v); the chance at effect b is F(b/s - z*) + F(-b/s - z*). Optimistic: simulation on the case's own design gives less.
/// </remarks>
/// <param name="DataSd">Sd of the effect as the data alone hold it.</param>
/// <param name="Share">v, 0 .. 1.</param>
/// <param name="Threshold">z*, in data sds.</param>
/// <param name="Power">Chance, 0 .. 1, that the bar is passed.</param>
public readonly record struct EffectPower(double DataSd, double Share, double Threshold, double Power)
{
    /// <summary>Computes the statement.</summary>
    /// <param name="priorSd">Prior sd, above 0.</param>
    /// <param name="posteriorSd">Posterior sd, above 0. Not below the prior's: the data say nothing, and the power is 0.</param>
    /// <param name="effect">True effect assumed.</param>
    /// <param name="bar">Bayes factor to pass, above 1; 3 or 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside its range.</exception>
    public static EffectPower At(double priorSd, double posteriorSd, double effect, double bar)
    {
        if (!(priorSd > 0) || double.IsInfinity(priorSd))
            throw new ArgumentOutOfRangeException(nameof(priorSd), priorSd, "a prior sd is finite and above 0");
        if (!(posteriorSd > 0) || double.IsInfinity(posteriorSd))
            throw new ArgumentOutOfRangeException(nameof(posteriorSd), posteriorSd, "a posterior sd is finite and above 0");
        if (!double.IsFinite(effect))
            throw new ArgumentOutOfRangeException(nameof(effect), effect, "an effect is finite");
        if (!(bar > 1) || double.IsInfinity(bar))
            throw new ArgumentOutOfRangeException(nameof(bar), bar, "the bar is a Bayes factor above 1");
        if (posteriorSd >= priorSd)
            return new(double.PositiveInfinity, 0, double.PositiveInfinity, 0);
        var variance = 1 / (1 / (posteriorSd * posteriorSd) - 1 / (priorSd * priorSd));
        var s = Math.Sqrt(variance);
        var v = priorSd * priorSd / (priorSd * priorSd + variance);
        var threshold = Math.Sqrt((2 * Elementary.Log(bar) - Elementary.Log(1 - v)) / v);
        return new(s, v, threshold, Normal.Cdf(effect / s - threshold) + Normal.Cdf(-effect / s - threshold));
    }
}
