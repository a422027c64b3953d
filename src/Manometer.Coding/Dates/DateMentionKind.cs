namespace Manometer.Coding;

/// <summary>What an expression of time tells.</summary>
public enum DateMentionKind
{
    /// <summary>A day, week, month, season, year or other unit of the calendar.</summary>
    Date,

    /// <summary>From one date to another, either end open or not.</summary>
    Period,

    /// <summary>How long: three months.</summary>
    Duration,

    /// <summary>How often: every day.</summary>
    Repetition,

    /// <summary>Now, then or one day.</summary>
    Reference,

    /// <summary>The heading of an entry of a chronology.</summary>
    Heading,
}
