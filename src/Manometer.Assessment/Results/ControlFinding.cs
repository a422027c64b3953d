namespace Manometer.Assessment;

/// <summary>The effect the model sees on what the case declares untouchable, had the measures aimed at it. It should cover 0.</summary>
public sealed record ControlFinding
{
    /// <summary><c>sector</c>, <c>place</c>, <c>indicator</c>; <c>all</c>: all controls together, on which a warning rests.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier of what is declared; of all together, those of all.</summary>
    public required string Id { get; init; }

    /// <summary>Observations on it.</summary>
    public required int Reports { get; init; }

    /// <summary>Observations it is compared with: those on what no measure aims at and that are no control.</summary>
    public required int Compared { get; init; }

    /// <summary>Posterior mean of the effect in logits; null where too few observations stand on either side.</summary>
    public double? Mean { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Low95 { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? High95 { get; init; }

    /// <summary>By how much the posterior is narrower than the prior, 0..1: near 0 the control says nothing either way.</summary>
    public double? Contraction { get; init; }

    /// <summary>Does the interval hold 0? Null where there is none.</summary>
    public bool? CoversZero { get; init; }
}
