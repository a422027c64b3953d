namespace Manometer.Model;

/// <summary>What was decided on two things.</summary>
public enum LinkSays
{
    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They are not.</summary>
    Different,

    /// <summary>It is in dispute: both readings are kept.</summary>
    Disputed,
}
