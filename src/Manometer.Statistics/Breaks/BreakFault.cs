namespace Manometer.Statistics;

/// <summary>Why breaks were not sought.</summary>
public enum BreakFault
{
    /// <summary>A value is not a number, or infinite. Leave the row out or fill it by a rule you can defend.</summary>
    NotFinite,

    /// <summary>Fewer rows than one segment.</summary>
    TooShort,

    /// <summary>The penalty is negative, not a number, or infinite; or the range of penalties is empty.</summary>
    Penalty,

    /// <summary>The minimum segment is below 1 (below 5 for the cost of mean and variance), or larger than the series.</summary>
    MinimumSegment,

    /// <summary>The Poisson cost wants whole numbers from 0 to 9007199254740992.</summary>
    NotCounts,

    /// <summary>The values spread further than doubles can square; divide them by a power of ten.</summary>
    Scale,

    /// <summary>The algorithm does not serve this cost or number of columns.</summary>
    Algorithm,

    /// <summary>Columns of different length, or none.</summary>
    Shape,

    /// <summary>A number of breaks that does not fit into the series, or is too expensive to find exactly.</summary>
    Count,
}
