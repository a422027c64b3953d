namespace Manometer.Assessment;

/// <summary>What the measures did to the sectors they aim at beyond the sectors they do not aim at, prior beside posterior.</summary>
public sealed record PressureEffect
{
    /// <summary>Posterior mean in logits: the whole package at full strength on a sector it aims at.</summary>
    public required double Mean { get; init; }

    /// <summary>Posterior standard deviation.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the central 90 % interval.</summary>
    public required double Low90 { get; init; }

    /// <summary>Upper end of the central 90 % interval.</summary>
    public required double High90 { get; init; }

    /// <summary>Standard deviation of the prior, whose mean is 0.</summary>
    public required double PriorSd { get; init; }

    /// <summary>1 - posterior sd / prior sd; below 0.2 the data hold no news of the effect.</summary>
    public required double Contraction { get; init; }
}
