namespace Manometer.Coding;

/// <summary>What a reviewer decides.</summary>
public enum ReviewVerdict
{
    /// <summary>It becomes a row, with or without changes.</summary>
    Accept,

    /// <summary>It becomes none.</summary>
    Reject,

    /// <summary>It holds two claims: two proposals take its place.</summary>
    Split,

    /// <summary>The last decision on it is taken back.</summary>
    Undo,
}
