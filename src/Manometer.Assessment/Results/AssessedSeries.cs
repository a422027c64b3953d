namespace Manometer.Assessment;

/// <summary>A series up to the date, with a descriptive comparison.</summary>
public sealed record AssessedSeries
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Identifier of the place.</summary>
    public string? Place { get; init; }

    /// <summary>Sector.</summary>
    public string? Sector { get; init; }

    /// <summary>Indicator.</summary>
    public string? Indicator { get; init; }

    /// <summary>outcome, control, mediator or context.</summary>
    public required string Role { get; init; }

    /// <summary>+1, -1 or 0.</summary>
    public required int Pressure { get; init; }

    /// <summary>Points in order.</summary>
    public required IReadOnlyList<AssessedPoint> Points { get; init; }

    /// <summary>The panel whose other members it is set beside; null when it stands alone.</summary>
    public string? Panel { get; init; }

    /// <summary>Before and after the first sectoral measure of the period; null with fewer than 2 values on a side, and for a member of a panel.</summary>
    public SeriesComparison? Comparison { get; init; }
}
