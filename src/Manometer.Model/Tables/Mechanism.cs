namespace Manometer.Model;

/// <summary>One edge of the story of how it is supposed to work: cause, effect, sign, lag.</summary>
public sealed record Mechanism
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>What acts.</summary>
    public required string Cause { get; init; }

    /// <summary>What is acted on.</summary>
    public required string Effect { get; init; }

    /// <summary>+1: more of the cause, more of the effect; -1: more of the cause, less of the effect.</summary>
    public int Sign { get; init; }

    /// <summary>Months from cause to effect; null when nobody said.</summary>
    public double? LagMonths { get; init; }

    /// <summary>Identifier of the source that claims the edge.</summary>
    public string? By { get; init; }

    /// <summary>Why it should be so, in our own words.</summary>
    public required string Rationale { get; init; }

    /// <summary>Observations that bear on it; empty: a bare edge.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
