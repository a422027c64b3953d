namespace Manometer.Assessment;

/// <summary>The fewest observations whose removal changes the word.</summary>
public sealed record FlipSet
{
    /// <summary>Identifiers of the observations; empty where no set was found.</summary>
    public required IReadOnlyList<string> Observations { get; init; }

    /// <summary>Word before.</summary>
    public required string From { get; init; }

    /// <summary>Word after the exact refit without them; null where no set was found.</summary>
    public string? To { get; init; }

    /// <summary>Probability that the measures bite after the exact refit; null where no set was found.</summary>
    public double? Probability { get; init; }

    /// <summary><c>range</c>: the verdict's own word changes; <c>base</c>: the verdict is not settled, and the word of the base probability changes.</summary>
    public required string Of { get; init; }

    /// <summary>True when no smaller set does it to first order; false when found greedily: "at most so many".</summary>
    public required bool Smallest { get; init; }
}
