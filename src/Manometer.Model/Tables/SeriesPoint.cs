namespace Manometer.Model;

/// <summary>One value of a series.</summary>
public sealed record SeriesPoint
{
    /// <summary>The day, month, quarter or year it is of.</summary>
    public required Edtf Date { get; init; }

    /// <summary>The value in the series' unit; null is a gap that is known.</summary>
    public double? Value { get; init; }

    /// <summary>Whence it comes.</summary>
    public string? Source { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
