using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Manometer.Capture;

/// <summary>Reads the text of PDF files, page by page in the order of their content, within a time.</summary>
/// <remarks>A file of a few kilobytes can keep a reader busy for years. Where time or memory are spent, the pages read before are the text: a beginning of what a more patient reader finds, so that offsets stay what they are.</remarks>
internal static class PdfReader
{
    /// <summary>Basis of a date that says when the file was made, which is only near the day it was published.</summary>
    public const string Made = "PDF CreationDate";

    private const string Next = "open it in a viewer and print it to a file anew";

    private const int MostSpent = 3; // of one archive or mail

    private static readonly Lock Turn = new(); // a worker reads one at a time

    /// <summary>Reads a file. A page that cannot be read is told, and the others are read.</summary>
    public static DocumentDraft? Read(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part = null) => Read(content, faults, part, PdfWorker.Current, PdfPatience.Usual);

    /// <summary>Reads a file by a source of its own, within a time of its own.</summary>
    internal static DocumentDraft? Read(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part, IPdfSource? source, PdfPatience patience)
    {
        lock (Turn)
            return Collected(content, faults, part, source ?? new PdfThread(), patience);
    }

    private static DocumentDraft? Collected(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part, IPdfSource source, PdfPatience patience)
    {
        if (faults.Count(CaptureRules.TooMuch) >= MostSpent)
        {
            Spent(faults, 0, "three others of it took too much; this one was not tried", part);
            return null;
        }

        var pieces = new BlockingCollection<PdfPiece>(); // not disposed: a thread that was left may still add to it
        var began = Stopwatch.GetTimestamp();
        source.Begin(content.ToArray(), pieces);
        var text = new StringBuilder();
        var (opened, page, isSpent) = ((PdfPiece?)null, 0, false);
        while (true)
        {
            var left = patience.File - Stopwatch.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || !pieces.TryTake(out var piece, left < patience.Page ? left : patience.Page))
            {
                isSpent = true;
                source.Abandon();
                Spent(faults, page, string.Create(CultureInfo.InvariantCulture, $"more than {(left > patience.Page ? patience.Page : patience.File).TotalSeconds:0.#} seconds"), part);
                break;
            }

            if (piece.Kind == PdfPieceKind.BadFile)
            {
                faults.Add(CaptureRules.Damaged, "a PDF file", piece.Text, Next, part);
                return null;
            }

            if (piece.Kind == PdfPieceKind.Broken)
            {
                isSpent = true;
                Spent(faults, page, "more memory than there is for it", part);
                break;
            }

            if (piece.Kind == PdfPieceKind.End)
                break;
            page = piece.Page;
            if (piece.Kind == PdfPieceKind.Opened)
                opened = piece;
            else if (piece.Kind == PdfPieceKind.BadPage)
                faults.Add(CaptureRules.Damaged, "a page that can be read", string.Create(CultureInfo.InvariantCulture, $"page {page}: {piece.Text}"), Next, part);
            else if (piece.Text!.Length > 0)
                text.Append(text.Length > 0 ? "\n" : "").Append(piece.Text);
        }

        if (opened is null || (isSpent && text.Length == 0))
            return null;
        var draft = new DocumentDraft(DocumentForm.Pdf, content, new ReadableText(text.ToString().ReplaceLineEndings("\n").Trim(), null)) { Title = opened.Value.Title };
        if (opened.Value.Created is { Length: > 0 } made)
            draft.Dates.Add((Made, made));
        return draft;
    }

    private static void Spent(CaptureFaults faults, int page, string what, string? part) => faults.Add(
        CaptureRules.TooMuch, "a page within 30 seconds, a file within 5 minutes and 2 GB of memory",
        string.Create(CultureInfo.InvariantCulture, $"{what}{(page > 0 ? $", at page {page + 1}; the pages before it were read" : "")}"), "open it in a viewer and print it, or the pages that matter, to a file anew", part);
}
