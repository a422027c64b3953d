namespace Manometer.Cases.Tests;

/// <summary>A disk on which the n-th operation fails: the process dies there, or the disk is full there.</summary>
internal sealed class FaultyDisk(int fails, bool dies) : CustodyDisk
{
    public int Operations { get; private set; }

    public bool Failed { get; private set; }

    public override void Write(FileStream stream, ReadOnlySpan<byte> bytes)
    {
        if (Fails())
        {
            stream.Write(bytes[..(bytes.Length / 2)]);
            Fail();
        }

        base.Write(stream, bytes);
    }

    public override void Flush(FileStream stream) => Do(() => base.Flush(stream));

    public override void Cut(FileStream stream, long length) => Do(() => base.Cut(stream, length));

    public override void Move(string from, string to) => Do(() => base.Move(from, to));

    public override void Delete(string path) => Do(() => base.Delete(path));

    public override void FlushFolder(string folder) => Do(() => base.FlushFolder(folder));

    private void Do(Action operation)
    {
        if (Fails())
            Fail();
        operation();
    }

    // after its death a process writes nothing more; a full disk may take the next bytes
    private bool Fails() => ++Operations == fails || (dies && Failed);

    private void Fail()
    {
        Failed = true;
        throw dies ? new DeathException() : new IOException("No space left on device");
    }

    public sealed class DeathException : Exception;
}
