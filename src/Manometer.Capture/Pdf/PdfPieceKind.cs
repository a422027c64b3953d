namespace Manometer.Capture;

/// <summary>What a piece of the reading of a PDF file is.</summary>
internal enum PdfPieceKind
{
    /// <summary>The file was opened; its title and the date it was made.</summary>
    Opened,

    /// <summary>The text of a page.</summary>
    Page,

    /// <summary>A page that cannot be read; the text says why.</summary>
    BadPage,

    /// <summary>The file cannot be read; the text says why.</summary>
    BadFile,

    /// <summary>The reader broke: out of memory or stack.</summary>
    Broken,

    /// <summary>Nothing comes behind it.</summary>
    End,
}
