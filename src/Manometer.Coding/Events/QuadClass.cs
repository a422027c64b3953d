namespace Manometer.Coding;

/// <summary>The four classes of events: in word or deed, with or against.</summary>
public enum QuadClass
{
    /// <summary>None.</summary>
    None,

    /// <summary>With, in word.</summary>
    VerbalCooperation,

    /// <summary>With, in deed.</summary>
    MaterialCooperation,

    /// <summary>Against, in word.</summary>
    VerbalConflict,

    /// <summary>Against, in deed.</summary>
    MaterialConflict,
}
