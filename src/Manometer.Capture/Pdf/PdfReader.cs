using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Manometer.Capture;

/// <summary>Reads the text of PDF files, page by page in the order of their content.</summary>
internal static class PdfReader
{
    private const int MostPages = 2_000;
    private const int LongestText = 16 << 20;

    /// <summary>Reads a file. A page that cannot be read is told, and the others are read.</summary>
    public static DocumentDraft? Read(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part = null)
    {
        try
        {
            using var pdf = PdfDocument.Open(content.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var text = new StringBuilder();
            for (var number = 1; number <= Math.Min(pdf.NumberOfPages, MostPages) && text.Length < LongestText; number++)
                Page(pdf, number, text, faults, part);
            var information = pdf.Information;
            var draft = new DocumentDraft(DocumentForm.Pdf, content, new ReadableText(Halves(text.ToString().ReplaceLineEndings("\n").Trim()), null)) { Title = information.Title };
            if (information.CreationDate is { Length: > 0 } made)
                draft.Dates.Add((Made, made));
            return draft;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // the library throws many kinds on bytes that are no PDF
        {
            faults.Add(CaptureRules.Damaged, "a PDF file", fault.Message, "open it in a viewer and print it to a file anew", part);
            return null;
        }
    }

    /// <summary>Basis of a date that says when the file was made, which is only near the day it was published.</summary>
    public const string Made = "PDF CreationDate";

    private static void Page(PdfDocument pdf, int number, StringBuilder text, CaptureFaults faults, string? part)
    {
        try
        {
            var page = ContentOrderTextExtractor.GetText(pdf.GetPage(number)).Trim();
            if (page.Length > 0)
                text.Append(text.Length > 0 ? "\n" : "").Append(page);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Add(CaptureRules.Damaged, "a page that can be read", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page {number}: {fault.Message}"), "open it in a viewer and print it to a file anew", part);
        }
    }

    // fonts may give half a surrogate pair
    private static string Halves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
