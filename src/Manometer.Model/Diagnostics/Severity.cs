namespace Manometer.Model;

/// <summary>How bad a fault of a case is.</summary>
public enum Severity
{
    /// <summary>The case is assessed, and the report says that there are warnings.</summary>
    Warning,

    /// <summary>The case is not assessed until this is mended.</summary>
    Error,
}
