namespace Manometer.Coding;

/// <summary>How a claim is meant.</summary>
public enum ClaimMode
{
    /// <summary>So it is.</summary>
    Asserted,

    /// <summary>So it is not.</summary>
    Negated,

    /// <summary>So it may be, or would be if.</summary>
    Hypothetical,

    /// <summary>So somebody fears it will be.</summary>
    Feared,

    /// <summary>So it is expected to be.</summary>
    Forecast,

    /// <summary>So it once was.</summary>
    Historical,
}
