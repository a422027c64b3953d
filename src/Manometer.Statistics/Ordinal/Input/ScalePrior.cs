namespace Manometer.Statistics;

/// <summary>Log-normal prior of a standard deviation: ln s ~ N(ln <paramref name="Median"/>, <paramref name="Spread"/>^2); or a fixed value.</summary>
/// <param name="Median">Median of s, above 0, in logits (per month for walks).</param>
/// <param name="Spread">Sd of ln s; 0 holds s fixed at its median.</param>
public readonly record struct ScalePrior(double Median, double Spread = 0.8)
{
    /// <summary>A scale that is not estimated.</summary>
    /// <param name="value">The value; 0 for an effect that is absent (events, origins, leans only).</param>
    public static ScalePrior Fixed(double value) => new(value, 0);
}
