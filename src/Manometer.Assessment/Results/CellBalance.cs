namespace Manometer.Assessment;

/// <summary>One sector in one month.</summary>
public sealed record CellBalance
{
    /// <summary>Identifier of the sector.</summary>
    public required string Sector { get; init; }

    /// <summary><c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Its steps; null when no observation of the cell carries one.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Identifiers of all observations of the cell, those without a step too.</summary>
    public required IReadOnlyList<string> Observations { get; init; }
}
