namespace Manometer.Benchmarks.Coding;

/// <summary>The reference data beside the checkout; a bar whose data is absent is not measured.</summary>
internal static class ReferenceData
{
    public static string Root { get; set; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static bool Has(params string[] parts) => File.Exists(Path(parts));

    private static string Find([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "shared", "data", "coding")))
                return System.IO.Path.Combine(folder.FullName, "shared");
        return System.IO.Path.GetFullPath("../shared");
    }
}
