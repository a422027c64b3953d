namespace Manometer.Assessment;

/// <summary>A place of the gazetteer.</summary>
public sealed record AssessedPlace
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>Level.</summary>
    public required string Level { get; init; }

    /// <summary>First-level unit.</summary>
    public string? Province { get; init; }

    /// <summary>ISO codes.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>How exact the coordinates are.</summary>
    public required string Precision { get; init; }
}
