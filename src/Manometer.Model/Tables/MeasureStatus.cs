namespace Manometer.Model;

/// <summary>What became of a measure.</summary>
public enum MeasureStatus
{
    /// <summary>In force at the end of the record.</summary>
    InForce,

    /// <summary>Replaced by another measure.</summary>
    Superseded,

    /// <summary>Ended.</summary>
    Ended,

    /// <summary>Eased or suspended in part.</summary>
    Eased,

    /// <summary>It is disputed that the measure existed as described.</summary>
    Disputed,

    /// <summary>A statement or decision without legal force.</summary>
    Statement,
}
