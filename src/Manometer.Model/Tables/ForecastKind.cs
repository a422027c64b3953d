namespace Manometer.Model;

/// <summary>The form of a forecast.</summary>
public enum ForecastKind
{
    /// <summary>It happens or it does not.</summary>
    Binary,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>More of this than of that.</summary>
    Comparative,

    /// <summary>If this, then that.</summary>
    Conditional,

    /// <summary>No criterion can be read from it.</summary>
    Vague,

    /// <summary>How long until something happens.</summary>
    Duration,
}
