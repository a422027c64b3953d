namespace Manometer.Statistics;

/// <summary>How an effect comes on after its date: at once, or with a lag, for good, or until things adapt.</summary>
/// <remarks>Lagged: the distribution function of a gamma with shape 2 and the stated mean; with adaptation, times exp(-(u - mean)/tau) from the mean on.</remarks>
public readonly record struct Onset
{
    private Onset(double mean, double adaptation) => (Mean, Adaptation) = (mean, adaptation);

    /// <summary>The whole effect from the first day.</summary>
    public static Onset Step => default;

    /// <summary>Mean lag in months; 0 for a step.</summary>
    public double Mean { get; }

    /// <summary>Time constant of adaptation in months; 0 where there is none.</summary>
    public double Adaptation { get; }

    /// <summary>A gradual onset.</summary>
    /// <param name="mean">Mean lag in months, above 0.</param>
    /// <param name="adaptation">Months in which the effect falls to 1/e once the mean lag has passed; null for a lasting effect.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static Onset Lagged(double mean, double? adaptation = null)
    {
        if (!(mean > 0 && double.IsFinite(mean)))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean lag lies above 0.");
        if (adaptation is { } tau && !(tau > 0 && double.IsFinite(tau)))
            throw new ArgumentOutOfRangeException(nameof(adaptation), tau, "A time constant lies above 0.");
        return new Onset(mean, adaptation ?? 0);
    }

    /// <summary>Share of the effect that is there so many months after the date, 0 before it.</summary>
    public double At(double months)
    {
        if (!(months >= 0))
            return 0;
        if (Mean == 0)
            return 1;
        var z = 2 * months / Mean;
        var share = 1 - (1 + z) * Elementary.Exp(-z);
        return Adaptation > 0 && months > Mean ? share * Elementary.Exp((Mean - months) / Adaptation) : share;
    }
}
