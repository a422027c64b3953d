namespace Manometer.Statistics;

/// <summary>Why a synthetic control cannot be computed.</summary>
public enum SynthFault
{
    /// <summary>A value is not a number, or infinite. Leave the row out: a missing cell is allowed, a wrong one is not.</summary>
    NotFinite,

    /// <summary>No rows, or columns of different length.</summary>
    Shape,

    /// <summary>The values are too large to subtract; divide by a power of ten.</summary>
    Scale,

    /// <summary>A unit has two rows of one time.</summary>
    DuplicateCell,

    /// <summary>The panel has no unit of that name.</summary>
    UnknownUnit,

    /// <summary>The panel has no variable of that name.</summary>
    UnknownVariable,

    /// <summary>No treated unit, or no date of treatment, was named.</summary>
    NotStated,

    /// <summary>The treated unit misses a value within the window.</summary>
    TreatedIncomplete,

    /// <summary>Fewer than two times before the treatment, or none after it.</summary>
    NoPeriod,

    /// <summary>No donor is left after the donor rules.</summary>
    NoDonors,

    /// <summary>A unit named as donor is itself affected by the treatment, or carries its effect.</summary>
    RoleForbidden,

    /// <summary>A predictor reaches into the time after the treatment, or the treated unit has no value of it.</summary>
    Predictor,

    /// <summary>An option out of its range, or one the method does not know.</summary>
    Option,
}
