namespace Manometer.Model;

/// <summary>What a decision on two things is about.</summary>
public enum LinkKind
{
    /// <summary>Do two observations tell of one happening?</summary>
    Event,

    /// <summary>Do two reports rest on one first witness?</summary>
    Origin,

    /// <summary>Are two reports one text?</summary>
    Copy,
}
