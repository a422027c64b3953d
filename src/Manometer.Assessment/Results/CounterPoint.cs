namespace Manometer.Assessment;

/// <summary>One piece of evidence against a reading of growing pressure, or against leaning on this record.</summary>
public sealed record CounterPoint
{
    /// <summary>flat-series, eased, other-cause, denied, selection, one-origin or contradiction.</summary>
    public required string Kind { get; init; }

    /// <summary>Series it rests on.</summary>
    public string? Series { get; init; }

    /// <summary>Sector it rests on.</summary>
    public string? Sector { get; init; }

    /// <summary>Observations it rests on.</summary>
    public IReadOnlyList<string> Observations { get; init; } = [];

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>Of how many.</summary>
    public required int Of { get; init; }

    /// <summary>Change of a series in percent.</summary>
    public double? ChangePercent { get; init; }

    /// <summary>Order: larger is stronger.</summary>
    public required int Weight { get; init; }
}
