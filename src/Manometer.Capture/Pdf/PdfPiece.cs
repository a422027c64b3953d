namespace Manometer.Capture;

/// <summary>What the reading of a PDF file gives, one after the other: the file was opened, a page, the end; or why not.</summary>
internal readonly record struct PdfPiece(PdfPieceKind Kind, int Page = 0, string? Text = null, string? Title = null, string? Created = null);
