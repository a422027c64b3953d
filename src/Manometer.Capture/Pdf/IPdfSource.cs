using System.Collections.Concurrent;

namespace Manometer.Capture;

/// <summary>Something that reads PDF files beside the one who waits for it.</summary>
internal interface IPdfSource
{
    /// <summary>Begins to read a file; the pieces come one after the other.</summary>
    void Begin(byte[] content, BlockingCollection<PdfPiece> pieces);

    /// <summary>Leaves the file that is being read.</summary>
    void Abandon();
}
