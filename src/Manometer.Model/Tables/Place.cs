namespace Manometer.Model;

/// <summary>A place of the gazetteer.</summary>
public sealed record Place
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Name used on the page.</summary>
    public required string Name { get; init; }

    /// <summary>Coordinates; null when there are none.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>What it is.</summary>
    public PlaceLevel Level { get; init; }

    /// <summary>Name of its first-level unit.</summary>
    public string? Province { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes; a border has two.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Other spellings.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Names in native script.</summary>
    public IReadOnlyList<string> Native { get; init; } = [];

    /// <summary>How exact the coordinates are.</summary>
    public Precision Precision { get; init; }

    /// <summary>Whence the coordinates come.</summary>
    public string? Source { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
