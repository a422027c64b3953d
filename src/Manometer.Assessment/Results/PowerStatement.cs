namespace Manometer.Assessment;

/// <summary>How often data as informative as these would notice an effect that is there.</summary>
public sealed record PowerStatement
{
    /// <summary>Effect that is assumed, in logits.</summary>
    public required double Effect { get; init; }

    /// <summary>Chance that the Bayes factor against no effect would exceed 3, 0..1.</summary>
    public required double Above3 { get; init; }

    /// <summary>Chance that it would exceed 10, 0..1.</summary>
    public required double Above10 { get; init; }

    /// <summary>Observations.</summary>
    public required int Reports { get; init; }

    /// <summary>Effective number of origins (Kish).</summary>
    public required double EffectiveOrigins { get; init; }

    /// <summary>The statement in a sentence.</summary>
    public required string Text { get; init; }
}
