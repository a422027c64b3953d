namespace Manometer.Statistics;

/// <summary>Where a series breaks, and how sure the dates are.</summary>
public sealed record BreakResult
{
    /// <summary>The cost of a segment.</summary>
    public required SegmentCost Cost { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of columns that break together.</summary>
    public required int Columns { get; init; }

    /// <summary>The least number of rows of a segment.</summary>
    public required int MinimumSegment { get; init; }

    /// <summary>The cost of one more break that was used, in the unit of the cost.</summary>
    public required double Penalty { get; init; }

    /// <summary>What penalties are measured in: s^2 for L2, s the median absolute first difference / (0.6745 sqrt 2); a constant for the other costs. The default penalty is 3 ln n of it.</summary>
    public required double PenaltyUnit { get; init; }

    /// <summary>The sum of the segments' costs without penalties; NaN where the breaks were given, not sought.</summary>
    public required double TotalCost { get; init; }

    /// <summary>The breaks, in order; none where none pays its penalty.</summary>
    public required IReadOnlyList<BreakDate> Breaks { get; init; }

    /// <summary>The segments, one more than breaks.</summary>
    public required IReadOnlyList<BreakSegment> Segments { get; init; }
}
