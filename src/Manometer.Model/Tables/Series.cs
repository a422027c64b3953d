namespace Manometer.Model;

/// <summary>Numbers over time: one thing, one unit, one place.</summary>
public sealed record Series
{
    /// <summary>File name without extension, in a panel with a dot and the member after it; unique.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows; one for all series of a panel.</summary>
    public required string Title { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Identifier of the place.</summary>
    public string? Place { get; init; }

    /// <summary>Sector of the taxonomy.</summary>
    public string? Sector { get; init; }

    /// <summary>Indicator of the taxonomy.</summary>
    public string? Indicator { get; init; }

    /// <summary>What it is for.</summary>
    public SeriesRole Role { get; init; }

    /// <summary>+1: up means more pressure; -1: down does; 0: not declared.</summary>
    public int Pressure { get; init; }

    /// <summary>Identifiers of the measures whose effect on it is in question, named before anything is computed; empty: those that aim at its sector.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The panel it belongs to: the name of the file all series of the panel share. Null: it stands alone.</summary>
    public string? Panel { get; init; }

    /// <summary>The unit of the panel it is of, such as a country or a currency; null when it stands alone.</summary>
    public string? Member { get; init; }

    /// <summary>Name of the member for the page; null when its identifier serves.</summary>
    public string? MemberName { get; init; }

    /// <summary>Is its member the one, or one of those, that the measures aim at? The others of its panel are there for comparison.</summary>
    public bool Treated { get; init; }

    /// <summary>Why its member may not serve for comparison, such as being under measures itself; null when it may.</summary>
    public string? Excluded { get; init; }

    /// <summary>Path of its file relative to the case; empty when it was not read from one. The series of a panel share one.</summary>
    public string File { get; init; } = "";

    /// <summary>In order of date.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; init; } = [];
}
