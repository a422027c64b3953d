namespace Manometer.Assessment;

/// <summary>The seven stories as restrictions of one model, in the order in which evidences are kept.</summary>
internal enum StoryKind
{
    /// <summary>No measure has an effect.</summary>
    NoEffect,

    /// <summary>The measures' mean effect is above 0 and stays.</summary>
    Bite,

    /// <summary>No measure has an effect; dated pushes from other causes do.</summary>
    OtherCause,

    /// <summary>The mean effect is above 0 and wears off.</summary>
    Adaptation,

    /// <summary>Nothing moves; the leans of sources do.</summary>
    Artefact,

    /// <summary>The mean effect is below 0.</summary>
    Eased,

    /// <summary>None of these: the past record of each sector.</summary>
    Climatology,
}
