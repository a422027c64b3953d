namespace Manometer.Statistics;

/// <summary>What happens at the bounds of a distribution.</summary>
public enum BoundaryRule
{
    /// <summary>Values beyond the bounds are impossible; the rest is scaled up.</summary>
    Truncated,

    /// <summary>What lies beyond a bound is gathered on it as a point mass.</summary>
    Censored,
}
