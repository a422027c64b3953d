namespace Manometer.Cases;

/// <summary>The preservation criteria of the Berkeley Protocol on Digital Open Source Investigations (2022, chapter VI, C), each as a question a machine can answer of one document, and the chain of custody.</summary>
public enum PreservationCriterion
{
    /// <summary>Its capture has the hash that the report and the log state.</summary>
    Authenticity,

    /// <summary>Its capture is in the case.</summary>
    Availability,

    /// <summary>It has an identifier, an address and a source.</summary>
    Identity,

    /// <summary>Its capture is named by its content, and the log names it.</summary>
    Persistence,

    /// <summary>Its capture is not empty, of a kind that programs open, and starts as that kind does.</summary>
    Renderability,

    /// <summary>Title, date of publication and language of the source are stated.</summary>
    Understandability,

    /// <summary>The log says who captured it, when, and with what.</summary>
    ChainOfCustody,
}
