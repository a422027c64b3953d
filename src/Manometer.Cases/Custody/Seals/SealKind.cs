namespace Manometer.Cases;

/// <summary>What somebody outside the case says of a record of its custody log.</summary>
public enum SealKind
{
    /// <summary>A token of a time-stamping authority (RFC 3161): the record was there by a time.</summary>
    TimeStamp,

    /// <summary>A detached signature (CMS, RFC 5652): somebody answers for the log up to the record.</summary>
    Signature,
}
