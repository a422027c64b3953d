namespace Manometer.Model;

/// <summary>A magnitude without a number.</summary>
public enum MagnitudeWord
{
    /// <summary>A little.</summary>
    Slight,

    /// <summary>Neither a little nor much.</summary>
    Moderate,

    /// <summary>Much: halved, stopped, collapsed.</summary>
    Large,
}
