namespace Manometer.Model;

/// <summary>One document of a source.</summary>
public sealed record Report
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of its source.</summary>
    public required string Source { get; init; }

    /// <summary>Identifier of the source that brought it into the record; null when it was found directly.</summary>
    public string? Selector { get; init; }

    /// <summary>When it was published.</summary>
    public required Edtf Published { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Chain of origin, first witness first, parts separated by <c>&gt;</c>.</summary>
    public string? Chain { get; init; }

    /// <summary>The day it was captured.</summary>
    public DateOnly? Captured { get; init; }

    /// <summary>SHA-256 of what was captured, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
