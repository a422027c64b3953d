namespace Manometer.Cases;

/// <summary>What was done to a case.</summary>
public enum CustodyAct
{
    /// <summary>A document was fetched or taken in.</summary>
    Capture,

    /// <summary>Observations were coded from a document.</summary>
    Code,

    /// <summary>Tables were changed.</summary>
    Edit,

    /// <summary>Things held to be two were joined.</summary>
    Merge,

    /// <summary>Things held to be one were parted.</summary>
    Split,

    /// <summary>Somebody decided something, such as accepting a proposed observation.</summary>
    Decision,

    /// <summary>A model was run.</summary>
    ModelRun,

    /// <summary>A detail was removed; its commitment stays.</summary>
    Redact,

    /// <summary>Stored details were put in another form.</summary>
    Compact,
}
