namespace Manometer.Model;

/// <summary>Something other than the measures that may have moved a sector or a series at the time: a price on the world market, a harvest, the target's own ban, a change in what is reported.</summary>
public sealed record Rival
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it acted: a day, a month, or an interval; an open end means that it goes on.</summary>
    public required Edtf When { get; init; }

    /// <summary>Sectors it may have moved, or <c>all</c>.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Names of series or panels it may have moved beside those of its sectors.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>+1: it adds to the pressure, as the measures would; -1: it relieves; 0: not known.</summary>
    public int Pressure { get; init; }

    /// <summary>What it is, in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>How the entry was verified.</summary>
    public Verification Verification { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
