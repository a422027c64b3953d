namespace Manometer.Cases;

/// <summary>The files of a case, wherever they are. Paths are relative to the case, with forward slashes.</summary>
internal interface ICaseFiles
{
    /// <summary>Every file of the case, in ordinal order; links to folders and the derived folder <c>.manometer</c> are left out.</summary>
    IReadOnlyList<string> List();

    /// <summary>Size of a file in bytes; null when there is none.</summary>
    long? Size(string path);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    byte[] Read(string path);

    /// <summary>The bytes of a file that may be larger than memory.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Stream OpenRead(string path) => new MemoryStream(Read(path), writable: false);
}
