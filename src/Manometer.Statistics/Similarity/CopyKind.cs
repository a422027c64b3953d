namespace Manometer.Statistics;

/// <summary>What two texts that share passages are to each other.</summary>
public enum CopyKind
{
    /// <summary>One text in two places: they are one report.</summary>
    Copy,

    /// <summary>They share passages, so both rest on one origin, but each says more.</summary>
    SharedOrigin,
}
