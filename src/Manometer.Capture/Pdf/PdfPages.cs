using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Manometer.Capture;

/// <summary>Reads the pages of a PDF file, each as soon as it is read. Knows no bounds of time and memory: those are for who calls it.</summary>
internal static class PdfPages
{
    private const int MostPages = 2_000;
    private const int LongestText = 16 << 20;

    /// <summary>Reads a file. A page that cannot be read is told, and the others are read.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="take">Is given the pieces; the last is <see cref="PdfPieceKind.End"/> or <see cref="PdfPieceKind.BadFile"/>.</param>
    public static void Read(byte[] content, Action<PdfPiece> take)
    {
        try
        {
            using var pdf = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            take(new PdfPiece(PdfPieceKind.Opened, Title: Halves(pdf.Information.Title), Created: Halves(pdf.Information.CreationDate)));
            var length = 0;
            for (var number = 1; number <= Math.Min(pdf.NumberOfPages, MostPages) && length < LongestText; number++)
            {
                var page = Page(pdf, number);
                length += page.Kind == PdfPieceKind.Page ? page.Text!.Length : 0;
                take(page);
            }

            take(new PdfPiece(PdfPieceKind.End));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // the library throws many kinds on bytes that are no PDF
        {
            take(new PdfPiece(PdfPieceKind.BadFile, Text: Halves(fault.Message)));
        }
    }

    private static PdfPiece Page(PdfDocument pdf, int number)
    {
        try
        {
            return new PdfPiece(PdfPieceKind.Page, number, Halves(ContentOrderTextExtractor.GetText(pdf.GetPage(number)).Trim()));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new PdfPiece(PdfPieceKind.BadPage, number, Halves(fault.Message));
        }
    }

    // fonts may give half a surrogate pair
    private static string? Halves(string? text) => text is null ? null : CaptureText.Whole(text);
}
