namespace Manometer.Model;

/// <summary>One legal act or notice.</summary>
public sealed record Measure
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was adopted.</summary>
    public required Edtf Adopted { get; init; }

    /// <summary>When it was published.</summary>
    public Edtf? Published { get; init; }

    /// <summary>From when it binds; null: from adoption.</summary>
    public Edtf? Effective { get; init; }

    /// <summary>End of the wind-down for business under way.</summary>
    public Edtf? WinddownEnd { get; init; }

    /// <summary>Sectors it aims at; the single entry <c>all</c> means every sector.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Ceilings; several hold together and the lower binds.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>Measures it replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Measures of others it implements.</summary>
    public IReadOnlyList<string> Implements { get; init; } = [];

    /// <summary>What became of it.</summary>
    public MeasureStatus Status { get; init; }

    /// <summary>Its content in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>How the entry was verified.</summary>
    public Verification Verification { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>Which way it is meant to act.</summary>
    public MeasureEffect Effect { get; init; }
}
