namespace Manometer.Model;

/// <summary>How an item of evidence stands to a hypothesis, on the six points of the analysis of competing hypotheses. The numbers are those of the open exchange formats.</summary>
public enum Consistency
{
    /// <summary>It has no bearing.</summary>
    NotApplicable = 0,

    /// <summary>It speaks strongly against.</summary>
    VeryInconsistent = 1,

    /// <summary>It speaks against.</summary>
    Inconsistent = 2,

    /// <summary>It could be either way.</summary>
    Neutral = 3,

    /// <summary>It fits.</summary>
    Consistent = 4,

    /// <summary>It fits as little else would.</summary>
    VeryConsistent = 5,
}
