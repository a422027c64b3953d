namespace Manometer.Assessment;

/// <summary>Observations of one sector and place at one time that point opposite ways; shown side by side, settled by nobody.</summary>
public sealed record Contradiction
{
    /// <summary>Sector.</summary>
    public required string Sector { get; init; }

    /// <summary>Identifier of the place; null: none is said.</summary>
    public string? Place { get; init; }

    /// <summary>First month.</summary>
    public required string FirstMonth { get; init; }

    /// <summary>Last month.</summary>
    public required string LastMonth { get; init; }

    /// <summary>Observations that say it worsened.</summary>
    public required IReadOnlyList<string> Worsened { get; init; }

    /// <summary>Observations that say it eased.</summary>
    public required IReadOnlyList<string> Eased { get; init; }

    /// <summary>Observations that say it did not change.</summary>
    public required IReadOnlyList<string> Unchanged { get; init; }
}
