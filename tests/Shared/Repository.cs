using System.Runtime.CompilerServices;

namespace Manometer.Testing;

/// <summary>Where things are: the root of the checkout, and the reference data that may stand beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>A file of the reference data beside the checkout; the test is skipped, and says so, where it is absent.</summary>
    public static string Reference(params string[] parts)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"reference data absent: ../shared/{string.Join('/', parts)}");
        return path;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Manometer.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("no folder above this test holds Manometer.slnx");
    }
}
