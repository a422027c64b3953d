namespace Manometer.Model;

/// <summary>To what the report attributes what it says.</summary>
public enum Attribution
{
    /// <summary>To nothing.</summary>
    None,

    /// <summary>To the sanctions.</summary>
    Sanctions,

    /// <summary>To another cause.</summary>
    OtherCause,
}
