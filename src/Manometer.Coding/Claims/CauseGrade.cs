namespace Manometer.Coding;

/// <summary>How firmly a report ties a claim to a cause.</summary>
public enum CauseGrade
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The report says so itself: because of, due to.</summary>
    Asserted,

    /// <summary>The report says that somebody says so.</summary>
    Reported,

    /// <summary>Among other causes.</summary>
    Contributing,

    /// <summary>No word of cause, but the report names it as what stands in the way, or as the condition: under the ban, if the waiver ends.</summary>
    Inferred,

    /// <summary>One came after the other; no more is said.</summary>
    Temporal,

    /// <summary>The report says that it is not so.</summary>
    Denied,
}
