namespace Manometer.Coding;

/// <summary>What a cue speaks for; the names stand in <c>cues.csv</c>.</summary>
internal enum CueKind : byte
{
    /// <summary>A sector, with the indicator meant when none is named: <c>construction:output</c>.</summary>
    Sector,

    /// <summary>A word that speaks of a sector only beside others: the rules pass it by, the learned part weighs it.</summary>
    Hint,

    /// <summary>A group of people.</summary>
    Group,

    /// <summary>An indicator, with the sector meant when none is named: <c>wage:other</c>.</summary>
    Indicator,

    /// <summary>A movement: up, down or none.</summary>
    Move,

    /// <summary>A whole claim in a few words: sector, indicator, direction.</summary>
    Event,

    /// <summary>How the claim is meant: negated, hypothetical, feared, forecast, historical.</summary>
    Mode,

    /// <summary>That one thing is said to cause another: asserted, reported, concurrent, temporal, denied.</summary>
    Cause,

    /// <summary>The sanctions.</summary>
    Sanctions,

    /// <summary>A cause that is none of the sanctions.</summary>
    OtherCause,

    /// <summary>Words that tell a cause or a purpose of any kind; claims do not look at them.</summary>
    Motive,

    /// <summary>Who tells it.</summary>
    Source,
}
