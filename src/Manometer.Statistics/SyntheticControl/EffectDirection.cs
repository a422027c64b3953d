namespace Manometer.Statistics;

/// <summary>The direction of the effect that was stated before looking.</summary>
public enum EffectDirection
{
    /// <summary>None was stated: gaps count by size, whatever their sign. Default.</summary>
    Either,

    /// <summary>The treatment was to lower the outcome.</summary>
    Down,

    /// <summary>The treatment was to raise it.</summary>
    Up,
}
