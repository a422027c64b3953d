namespace Manometer.Assessment;

/// <summary>A measure and the observations that may have to do with it.</summary>
public sealed record AssessedMeasure
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Adopted, EDTF.</summary>
    public required string Adopted { get; init; }

    /// <summary>Published, EDTF.</summary>
    public string? Published { get; init; }

    /// <summary>Effective, EDTF; adoption when not stated.</summary>
    public required string Effective { get; init; }

    /// <summary>First day it binds.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>End of wind-down, EDTF.</summary>
    public string? WinddownEnd { get; init; }

    /// <summary>Last day of wind-down.</summary>
    public DateOnly? WinddownLast { get; init; }

    /// <summary>Sectors, or <c>all</c>.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Status.</summary>
    public required string Status { get; init; }

    /// <summary>Content.</summary>
    public required string Summary { get; init; }

    /// <summary>Ceilings in words.</summary>
    public string? Cap { get; init; }

    /// <summary>Measures it implements.</summary>
    public required IReadOnlyList<string> Implements { get; init; }

    /// <summary>Measures that implement it.</summary>
    public required IReadOnlyList<string> ImplementedBy { get; init; }

    /// <summary>Measures it replaces.</summary>
    public required IReadOnlyList<string> Supersedes { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>checked, general-knowledge or disputed.</summary>
    public required string Verification { get; init; }

    /// <summary>Note.</summary>
    public string? Note { get; init; }

    /// <summary>Observations whose report ties them to it.</summary>
    public required int Stated { get; init; }

    /// <summary>Observations only sector and date tie to it.</summary>
    public required int Near { get; init; }

    /// <summary>How the observations tied by their report grade the tie.</summary>
    public required AttributionSplit Attribution { get; init; }
}
