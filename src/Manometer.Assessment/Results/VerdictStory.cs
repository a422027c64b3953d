namespace Manometer.Assessment;

/// <summary>A rival story with its probability now.</summary>
public sealed record VerdictStory
{
    /// <summary>Identifier in the case.</summary>
    public required string Id { get; init; }

    /// <summary>A few words.</summary>
    public required string Name { get; init; }

    /// <summary>Prior probability, 0..1; the priors sum to 1.</summary>
    public required double Prior { get; init; }

    /// <summary>Probability given all that was published by the date, under the case's own priors and without tempering; 0..1.</summary>
    public required double Probability { get; init; }

    /// <summary>Smallest probability over the set of priors and temperings.</summary>
    public required double Low { get; init; }

    /// <summary>Largest probability over the set of priors and temperings.</summary>
    public required double High { get; init; }

    /// <summary>Natural logarithm of the probability the story gave, step by step, to all that was then published.</summary>
    public required double LogEvidence { get; init; }

    /// <summary>Weight of the story in the mixture that would have foretold the record best, month by month (stacking), 0..1; unlike the probabilities these weights do not suppose that one story is true.</summary>
    public double Stacked { get; init; }

    /// <summary>Does the story count towards "the measures bite"?</summary>
    public required bool Bites { get; init; }
}
