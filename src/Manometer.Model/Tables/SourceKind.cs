namespace Manometer.Model;

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A news outlet.</summary>
    Outlet,

    /// <summary>A research institute or international body.</summary>
    Institution,

    /// <summary>A government or an agency of one.</summary>
    Government,

    /// <summary>A statistical office, customs or central bank.</summary>
    Statistics,

    /// <summary>A person speaking as an expert.</summary>
    Expert,

    /// <summary>A person speaking of what was seen.</summary>
    Witness,

    /// <summary>Somebody who chose which reports enter the record, and has a lean in choosing.</summary>
    Selector,

    /// <summary>None of these.</summary>
    Other,
}
