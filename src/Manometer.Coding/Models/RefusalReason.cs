namespace Manometer.Coding;

/// <summary>Why a claim of a model was refused.</summary>
public enum RefusalReason
{
    /// <summary>It is no object, lacks a field, or has one of the wrong type.</summary>
    Malformed,

    /// <summary>It quotes nothing, too little, or too much.</summary>
    NoPassage,

    /// <summary>The quote is not in the text, letter by letter.</summary>
    NotQuoted,

    /// <summary>The quote stands in the text more than once.</summary>
    Ambiguous,

    /// <summary>A word that is not of the vocabulary.</summary>
    UnknownWord,

    /// <summary>No date in EDTF.</summary>
    BadDate,

    /// <summary>What is asserted begins after the report was published.</summary>
    AfterPublication,

    /// <summary>A place, a source or words of cause that are not in the text.</summary>
    NotInText,

    /// <summary>A number that is not in the quote.</summary>
    NumberNotInQuote,

    /// <summary>A cause without an attribution, or the other way round.</summary>
    Contradiction,

    /// <summary>The same claim of the same passage was made before.</summary>
    Repeated,

    /// <summary>More claims than were asked for.</summary>
    TooMany,
}
