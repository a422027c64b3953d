namespace Manometer.Model;

/// <summary>The outline of a first-level unit.</summary>
public sealed record Province
{
    /// <summary>Name, as places use it.</summary>
    public required string Name { get; init; }

    /// <summary>Name in native script.</summary>
    public string? Native { get; init; }

    /// <summary>Code of the unit.</summary>
    public string? Code { get; init; }

    /// <summary>Closed rings, outer and inner, in longitude and latitude; a point is inside when a ray crosses an odd number of edges.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Rings { get; init; } = [];
}
