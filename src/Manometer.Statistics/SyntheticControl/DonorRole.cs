namespace Manometer.Statistics;

/// <summary>What a unit is to the treatment.</summary>
public enum DonorRole
{
    /// <summary>Untouched by it: may be a donor. Default.</summary>
    Control,

    /// <summary>Carries a part of the effect: its outcome is a consequence of the treatment. Never a donor.</summary>
    Mediator,

    /// <summary>Was treated itself, or is hit by the treatment. Never a donor.</summary>
    Affected,
}
