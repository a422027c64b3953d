namespace Manometer.Assessment;

/// <summary>An edge of the story and what bears on it.</summary>
public sealed record AssessedMechanism
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Effect.</summary>
    public required string Effect { get; init; }

    /// <summary>+1 or -1.</summary>
    public required int Sign { get; init; }

    /// <summary>Lag.</summary>
    public double? LagMonths { get; init; }

    /// <summary>Who claims it.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public required string Rationale { get; init; }

    /// <summary>Observations that bear on it.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Independent origins among them.</summary>
    public required int Origins { get; init; }

    /// <summary>No observation bears on it.</summary>
    public required bool Bare { get; init; }
}
