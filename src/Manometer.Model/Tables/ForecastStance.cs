namespace Manometer.Model;

/// <summary>What a forecast says of the measures.</summary>
public enum ForecastStance
{
    /// <summary>Neither, or not coded.</summary>
    Neither,

    /// <summary>They move what the claim is about.</summary>
    Effect,

    /// <summary>They do not.</summary>
    NoEffect,
}
