namespace Manometer.Cases;

/// <summary>What became of a document that was to be taken into a case.</summary>
public enum IntakeFate
{
    /// <summary>It is a new report.</summary>
    Added,

    /// <summary>The report was in the case, coded without a capture; now it has one.</summary>
    Attached,

    /// <summary>The same bytes are in the case.</summary>
    Known,

    /// <summary>The same bytes are in the case, without a date of publication; now it has one.</summary>
    Dated,

    /// <summary>Another state of the page is in the case; this one was left out.</summary>
    Older,
}
