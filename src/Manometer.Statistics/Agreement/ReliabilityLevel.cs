namespace Manometer.Statistics;

/// <summary>How far apart two values are, by the level of measurement.</summary>
public enum ReliabilityLevel
{
    /// <summary>Same or not: 0 or 1.</summary>
    Nominal,

    /// <summary>By the ranks between them: the values have an order.</summary>
    Ordinal,

    /// <summary>By the square of their difference.</summary>
    Interval,
}
