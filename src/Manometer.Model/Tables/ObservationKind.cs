namespace Manometer.Model;

/// <summary>What kind of claim an observation is.</summary>
public enum ObservationKind
{
    /// <summary>A state at a time.</summary>
    Level,

    /// <summary>A movement over time.</summary>
    Change,

    /// <summary>An act of policy or enforcement; carries no pressure.</summary>
    Act,

    /// <summary>Background; carries no pressure.</summary>
    Context,
}
