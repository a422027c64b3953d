namespace Manometer.Model;

/// <summary>How exact a coordinate is.</summary>
public enum Precision
{
    /// <summary>The place itself.</summary>
    Exact,

    /// <summary>The centroid of an administrative unit; can be kilometres off the town.</summary>
    Centroid,

    /// <summary>Approximate.</summary>
    Approximate,

    /// <summary>A stand-in for something that is no point.</summary>
    Nominal,
}
