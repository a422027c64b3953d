namespace Manometer.Statistics;

/// <summary>Which source leans may move.</summary>
public enum LeanDrift
{
    /// <summary>All leans are constant.</summary>
    None,

    /// <summary>Leans of sources with 20 reports or more follow a random walk.</summary>
    LongSources,

    /// <summary>Every lean follows a random walk.</summary>
    All,
}
