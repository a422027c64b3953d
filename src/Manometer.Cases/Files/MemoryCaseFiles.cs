using System.Text;

namespace Manometer.Cases;

/// <summary>The files of a case held in memory: for tests, and for a case that is made rather than read.</summary>
internal sealed class MemoryCaseFiles : ICaseFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public MemoryCaseFiles Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public MemoryCaseFiles Add(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public IReadOnlyList<string> List() => [.. _files.Keys];

    public long? Size(string path) => _files.TryGetValue(path, out var bytes) ? bytes.Length : null;

    public byte[] Read(string path) => _files.TryGetValue(path, out var bytes) ? bytes : throw new FileNotFoundException("no such file", path);
}
