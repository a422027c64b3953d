using System.Collections.Concurrent;

namespace Manometer.Capture;

/// <summary>Reads PDF files on a thread of this process. One that does not come to an end cannot be ended: it is left behind, and of those there may be only a few.</summary>
internal sealed class PdfThread : IPdfSource
{
    private const int MostLeft = 4;
    private const int StackBytes = 16 << 20;

    private static int _left;

    private int _state; // of the last file: 0 it is being read, 1 it was left, 2 it was read to its end

    public void Begin(byte[] content, BlockingCollection<PdfPiece> pieces)
    {
        if (Volatile.Read(ref _left) >= MostLeft)
        {
            pieces.Add(new PdfPiece(PdfPieceKind.Broken));
            return;
        }

        new Thread(() =>
        {
            try
            {
                PdfPages.Read(content, pieces.Add);
            }
            catch (OutOfMemoryException)
            {
                pieces.Add(new PdfPiece(PdfPieceKind.Broken));
            }

            if (Interlocked.Exchange(ref _state, 2) == 1)
                Interlocked.Decrement(ref _left);
        }, StackBytes) { IsBackground = true, Name = "PDF" }.Start();
    }

    public void Abandon()
    {
        Interlocked.Increment(ref _left);
        if (Interlocked.CompareExchange(ref _state, 1, 0) == 2)
            Interlocked.Decrement(ref _left); // it ended at the last moment
    }
}
