namespace Manometer.Statistics;

/// <summary>Why an effect was not estimated.</summary>
public enum ImpactFault
{
    /// <summary>The periods lie outside the rows, overlap or stand in the wrong order.</summary>
    Periods,

    /// <summary>Columns of different length, or none.</summary>
    Shape,

    /// <summary>The response does not vary before the intervention, or has fewer than 3 values there.</summary>
    YConstant,

    /// <summary>The response has no value after the intervention.</summary>
    YMissing,

    /// <summary>The response is infinite somewhere. A missing value is NaN.</summary>
    NotFinite,

    /// <summary>A covariate is missing or infinite in a row that is used. It is never filled in: drop the column or shorten the periods.</summary>
    CovariateMissing,

    /// <summary>More covariates than are searched: 200.</summary>
    TooManyCovariates,

    /// <summary>A column that the intervention itself may have moved was given as covariate.</summary>
    RoleForbidden,

    /// <summary>A prior that is none.</summary>
    Prior,

    /// <summary>Seasons that are none.</summary>
    Season,

    /// <summary>Alpha is not between 0 and 1.</summary>
    Alpha,

    /// <summary>The values are too large to be squared and summed; divide them by a power of ten.</summary>
    Scale,

    /// <summary>An intermediate was not finite, or no posterior mass was found.</summary>
    Numerical,
}
