namespace Manometer.Model;

/// <summary>How a forecast was resolved.</summary>
public enum ForecastOutcome
{
    /// <summary>It came true.</summary>
    True,

    /// <summary>It did not.</summary>
    False,

    /// <summary>It came true in part.</summary>
    Partly,

    /// <summary>Its horizon has no end or has not passed.</summary>
    Open,

    /// <summary>Its condition did not occur.</summary>
    Lapsed,

    /// <summary>It cannot be told, or was not checked.</summary>
    Unresolved,
}
