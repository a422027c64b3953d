namespace Manometer.Model;

/// <summary>How firmly the report makes its attribution.</summary>
public enum AttributionGrade
{
    /// <summary>It says so.</summary>
    Asserted,

    /// <summary>It implies so by the chain of its story.</summary>
    Inferred,

    /// <summary>It only sets the two side by side in time.</summary>
    Concurrent,

    /// <summary>It says that this is not the cause.</summary>
    Denied,
}
