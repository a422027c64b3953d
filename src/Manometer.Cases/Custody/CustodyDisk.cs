namespace Manometer.Cases;

/// <summary>Every write to the disk that custody makes, each a method of its own, so that a test can let each one fail.</summary>
internal class CustodyDisk
{
    public static CustodyDisk Real { get; } = new();

    public virtual void Write(FileStream stream, ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    public virtual void Flush(FileStream stream) => stream.Flush(flushToDisk: true);

    public virtual void Cut(FileStream stream, long length) => stream.SetLength(length);

    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public virtual void Delete(string path) => File.Delete(path);

    public virtual void FlushFolder(string folder) => FolderFlush.Of(folder);

    /// <summary>Writes a file whole or not at all; when it returns, the file and its name are on the disk.</summary>
    public void WriteWhole(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = path + AtomicFile.TemporaryEnding;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            Write(stream, bytes);
            Flush(stream);
        }

        Move(temporary, path);
        FlushFolder(folder);
    }
}
