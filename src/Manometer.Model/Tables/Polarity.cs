namespace Manometer.Model;

/// <summary>Whether the claim is made, denied, supposed or predicted.</summary>
public enum Polarity
{
    /// <summary>It is said to be so.</summary>
    Asserted,

    /// <summary>It is said not to be so.</summary>
    Negated,

    /// <summary>It is supposed, feared or speculated.</summary>
    Hypothetical,

    /// <summary>It is predicted.</summary>
    Forecast,
}
