namespace Manometer.Model;

/// <summary>How a measure's entry was verified.</summary>
public enum Verification
{
    /// <summary>Checked against its text or a page about it.</summary>
    Checked,

    /// <summary>From general knowledge; the text was not opened.</summary>
    GeneralKnowledge,

    /// <summary>Disputed.</summary>
    Disputed,
}
