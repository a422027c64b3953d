namespace Manometer.Statistics;

/// <summary>How the effect of an intervention builds up and wears off: the distribution function of a gamma variable of shape 2, times exp(-(u - mean)+ / adaptation).</summary>
/// <param name="Mean">Mean lag in months, above 0.</param>
/// <param name="Adaptation">Months in which the effect, once past the mean lag, falls to 1/e; infinity, the default, for no adaptation.</param>
public readonly record struct LagKernel(double Mean, double Adaptation = double.PositiveInfinity)
{
    /// <summary>The lags of the grid in months: 3, 6, 12, 18, 24, 36.</summary>
    public static IReadOnlyList<double> Lags { get; } = [3, 6, 12, 18, 24, 36];

    /// <summary>Share of the full effect <paramref name="months"/> after the start, 0 .. 1; 0 before it.</summary>
    public double At(double months)
    {
        if (!(months > 0))
            return 0;
        var x = 2 * months / Mean;
        // 1 - e^-x (1 + x) cancels for small x: the series of the lower incomplete gamma function serves there
        var build = x < 0.02 ? x * x * (0.5 - x * (1.0 / 3 - x * (0.125 - x * (1.0 / 30 - x * (1.0 / 144 - x / 840))))) : 1 - Elementary.Exp(-x) * (1 + x);
        return double.IsPositiveInfinity(Adaptation) || months <= Mean ? build : build * Elementary.Exp(-(months - Mean) / Adaptation);
    }

    /// <summary>The grid of lags with equal weights, or with those given (in the order of <see cref="Lags"/>), each combined with every adaptation time.</summary>
    /// <param name="lagWeights">Six weights; null for equal ones.</param>
    /// <param name="adaptations">Adaptation times in months with equal weights; null for none.</param>
    /// <exception cref="ArgumentException">Not six weights.</exception>
    public static IReadOnlyList<WeightedKernel> Grid(IReadOnlyList<double>? lagWeights = null, IReadOnlyList<double>? adaptations = null)
    {
        var weights = lagWeights ?? [1, 1, 1, 1, 1, 1];
        if (weights.Count != Lags.Count)
            throw new ArgumentException($"the grid has {Lags.Count} lags, {weights.Count} weights were given", nameof(lagWeights));
        var times = adaptations ?? [double.PositiveInfinity];
        var total = weights.Sum() * times.Count;
        return [.. Lags.SelectMany((lag, i) => times.Select(time => new WeightedKernel(new(lag, time), weights[i] / total)))];
    }
}
