namespace Manometer.Model;

/// <summary>Numbers over time: one thing, one unit, one place.</summary>
public sealed record Series
{
    /// <summary>File name without extension; unique.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows.</summary>
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

    /// <summary>Path of its file relative to the case; empty when it was not read from one.</summary>
    public string File { get; init; } = "";

    /// <summary>In order of date.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; init; } = [];
}
