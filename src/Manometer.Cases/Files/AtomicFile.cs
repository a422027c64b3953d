namespace Manometer.Cases;

/// <summary>Writes a file whole or not at all: to a temporary file in the same folder, flushed to the disk, then renamed, and the folder flushed. A crash leaves the old file or the new one.</summary>
public static class AtomicFile
{
    /// <summary>Ending of the temporary file beside the target.</summary>
    internal const string TemporaryEnding = ".tmp";

    /// <summary>Writes the bytes; makes the folder when it is absent.</summary>
    /// <exception cref="IOException">The disk is full, or the file cannot be written; the temporary file is removed and the old file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = target + TemporaryEnding;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
            FolderFlush.Of(Path.GetDirectoryName(target)!);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>Lets something else write the temporary file, then puts it in place.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="write">Is given the path of the temporary file.</param>
    public static void Write(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = target + TemporaryEnding;
        try
        {
            Discard(temporary);
            write(temporary);
            using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
                stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
            FolderFlush.Of(Path.GetDirectoryName(target)!);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // the fault that led here is the one to tell
        }
    }
}
