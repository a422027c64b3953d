namespace Manometer.Statistics;

/// <summary>An effect with prior beside posterior.</summary>
/// <param name="Name">What it is the effect of.</param>
/// <param name="Posterior">Posterior, logits at full strength.</param>
/// <param name="PriorSd">Sd of the prior, whose mean is 0.</param>
/// <param name="Positive">Posterior probability that it is above 0.</param>
public sealed record EffectEstimate(string Name, OrdinalEstimate Posterior, double PriorSd, double Positive)
{
    /// <summary>1 - posterior sd / prior sd: below 0.2 the data hold no news of the effect.</summary>
    public double Contraction => 1 - Posterior.Sd / PriorSd;
}
