namespace Manometer.Cases;

/// <summary>The files of a case folder on disk.</summary>
internal sealed class DiskCaseFiles(string folder) : ICaseFiles
{
    private const int DeepestFolder = 8;

    private IReadOnlyList<string>? _list;

    public IReadOnlyList<string> List() => _list ??= Walk();

    private List<string> Walk()
    {
        var found = new List<string>();
        Walk(new DirectoryInfo(folder), "", 0, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    public long? Size(string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        if (!file.Exists)
            return null;
        return file.LinkTarget is null ? file.Length : (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo)?.Length;
    }

    // What has no size, a pipe or a device behind a link, is not opened: it might never end.
    public byte[] Read(string path)
    {
        if (Size(path) == 0)
            return [];
        using var stream = OpenRead(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public Stream OpenRead(string path) => Size(path) == 0 ? Stream.Null : new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);

    // A link to a folder may lead out of the case or back into it: it is not followed. A folder that may not be opened is as if empty: its files are found missing.
    private static void Walk(DirectoryInfo at, string prefix, int depth, List<string> found)
    {
        foreach (var entry in at.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = depth > 0, AttributesToSkip = FileAttributes.None }))
        {
            var path = prefix + entry.Name;
            if (entry is FileInfo)
                found.Add(path);
            else if (entry.LinkTarget is null && depth < DeepestFolder && entry is DirectoryInfo inner && entry.Name is not (".manometer" or ".git"))
                Walk(inner, path + "/", depth + 1, found);
        }
    }
}
