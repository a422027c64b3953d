namespace Manometer.Statistics;

/// <summary>The effect of one intervention on a sparse series, in the unit of its values (of their logarithms, where those were given).</summary>
public sealed record InterventionEffect
{
    /// <summary>The intervention.</summary>
    public required Intervention Intervention { get; init; }

    /// <summary>Posterior mean of the whole effect, once it has come on.</summary>
    public required double Mean { get; init; }

    /// <summary>Posterior standard deviation.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the credible interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of the credible interval.</summary>
    public required double Upper { get; init; }

    /// <summary>Posterior probability that the effect is below 0.</summary>
    public required double ProbabilityBelowZero { get; init; }

    /// <summary>The size that the effect exceeds, either way, with a probability of 5 %: what a null result rules out.</summary>
    public required double EquivalenceBound { get; init; }

    /// <summary>Prior standard deviation of the effect; infinite where the prior of the noise has no mean (df of 2 or less).</summary>
    public required double PriorSd { get; init; }

    /// <summary>Points before the intervention.</summary>
    public required int PointsBefore { get; init; }

    /// <summary>Points at or after it.</summary>
    public required int PointsAfter { get; init; }

    /// <summary>Share by which the data narrowed the prior, 0..1; below 0.2 the data brought no news.</summary>
    public double Contraction => 1 - Sd / PriorSd;

    /// <summary>Did the data say anything of the effect? See <see cref="Contraction"/>.</summary>
    public bool HasNews => Contraction >= 0.2;

    /// <summary>Mean, lower and upper end so many months after the date: the effect times its onset there.</summary>
    public (double Mean, double Lower, double Upper) After(double months)
    {
        var share = Intervention.Onset.At(months);
        return (Mean * share, Lower * share, Upper * share);
    }
}
