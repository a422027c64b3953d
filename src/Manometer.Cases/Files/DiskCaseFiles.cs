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
        return file.Exists ? file.Length : null;
    }

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(folder, path));

    // A link to a folder may lead out of the case or back into it: it is not followed.
    private static void Walk(DirectoryInfo at, string prefix, int depth, List<string> found)
    {
        foreach (var entry in at.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (entry is FileInfo)
                found.Add(path);
            else if (entry.LinkTarget is null && depth < DeepestFolder && entry is DirectoryInfo inner && entry.Name is not (".manometer" or ".git"))
                Walk(inner, path + "/", depth + 1, found);
        }
    }
}
