namespace Manometer.Assessment;

/// <summary>Medians before and after a date. Descriptive: no effect is claimed.</summary>
public sealed record SeriesComparison
{
    /// <summary>The day that divides.</summary>
    public required DateOnly Split { get; init; }

    /// <summary>Values before.</summary>
    public required int Before { get; init; }

    /// <summary>Values from that day on.</summary>
    public required int After { get; init; }

    /// <summary>Median before, in the series' unit.</summary>
    public required double MedianBefore { get; init; }

    /// <summary>Median from that day on.</summary>
    public required double MedianAfter { get; init; }

    /// <summary>Change of the median in percent of the earlier one; null when that is 0, and for a series that is itself in percent.</summary>
    public double? ChangePercent { get; init; }

    /// <summary>Largest minus smallest value before.</summary>
    public required double SpreadBefore { get; init; }

    /// <summary>The later median lies within the range of the values before.</summary>
    public required bool Flat { get; init; }
}
