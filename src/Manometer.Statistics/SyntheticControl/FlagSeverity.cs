namespace Manometer.Statistics;

/// <summary>What a flag asks of the reader.</summary>
public enum FlagSeverity
{
    /// <summary>To be told.</summary>
    Note,

    /// <summary>To be weighed.</summary>
    Warning,

    /// <summary>The numbers are shown, and must not be read as an effect.</summary>
    Refusal,
}
