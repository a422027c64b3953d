namespace Manometer.Capture;

/// <summary>Bytes that may still be unpacked: an archive of a few kilobytes may hold terabytes.</summary>
internal sealed class Budget(long bytes)
{
    /// <summary>What is left.</summary>
    public long Left { get; private set; } = bytes;

    /// <summary>Has something been left unread because the budget was spent?</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Reads a stream to its end, or as far as the budget and a limit of its own allow.</summary>
    /// <returns>Null when it is longer; then the stream stands somewhere in it.</returns>
    public byte[]? ReadAll(Stream stream, int longest)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (!Take(read) || whole.Length + read > longest)
                return null;
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    /// <summary>Takes bytes from the budget; false when there are not as many.</summary>
    public bool Take(long count)
    {
        if (count > Left)
        {
            IsSpent = true;
            return false;
        }

        Left -= count;
        return true;
    }
}
