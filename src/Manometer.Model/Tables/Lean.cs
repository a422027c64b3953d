namespace Manometer.Model;

/// <summary>Towards which pressure a source is declared to lean.</summary>
public enum Lean
{
    /// <summary>Not declared.</summary>
    Unknown,

    /// <summary>Declared to have none.</summary>
    None,

    /// <summary>Towards saying that pressure is high.</summary>
    More,

    /// <summary>Towards saying that pressure is low.</summary>
    Less,
}
