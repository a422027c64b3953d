namespace Manometer.Assessment;

/// <summary>A rival story with its prior. No posterior is computed.</summary>
public sealed record AssessedHypothesis
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Story.</summary>
    public required string Story { get; init; }

    /// <summary>Prior probability, 0..1.</summary>
    public required double Prior { get; init; }
}
