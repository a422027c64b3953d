namespace Manometer.Model;

/// <summary>An outlet or institution that says things.</summary>
public sealed record Source
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Name as it is known.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Admiralty reliability A (completely reliable) to F (cannot be judged).</summary>
    public Admiralty.Reliability Reliability { get; init; }

    /// <summary>Sources of one group are not independent; null when it stands alone.</summary>
    public string? OriginGroup { get; init; }

    /// <summary>Declared lean; unknown by default.</summary>
    public Lean Lean { get; init; }

    /// <summary>Language tag (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
