namespace Manometer.Statistics;

/// <summary>Independent pieces of work on one thread or several; what a piece computes does not depend on which lane runs it.</summary>
internal static class NodeLanes
{
    public static void Run<T>(int count, int threads, T first, Func<T> more, Action<int, T> piece)
    {
        if (threads <= 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
                piece(i, first);
            return;
        }
        var next = -1;
        Exception? fault = null;
        void Lane(T own)
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                    piece(i, own);
            }
            catch (OrdinalException e)
            {
                fault = e;
            }
        }
        Parallel.Invoke([.. Enumerable.Range(0, Math.Min(threads, count)).Select(lane => (Action)(() => Lane(lane == 0 ? first : more())))]);
        if (fault is OrdinalException known)
            throw new OrdinalException(known.Fault, known.Message);
    }
}
