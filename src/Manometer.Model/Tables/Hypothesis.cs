namespace Manometer.Model;

/// <summary>A story of the whole.</summary>
public sealed record Hypothesis
{
    /// <summary>Identifier, unique in the case.</summary>
    public required string Id { get; init; }

    /// <summary>A few words.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Story { get; init; }

    /// <summary>Prior probability, 0..1.</summary>
    public double Prior { get; init; }
}
