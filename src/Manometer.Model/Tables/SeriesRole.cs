namespace Manometer.Model;

/// <summary>What a series is for.</summary>
public enum SeriesRole
{
    /// <summary>Sanctions may move it.</summary>
    Outcome,

    /// <summary>Sanctions should not move it.</summary>
    Control,

    /// <summary>It stands between the sanctions and an outcome.</summary>
    Mediator,

    /// <summary>Background only.</summary>
    Context,
}
