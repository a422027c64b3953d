using System.Security.Cryptography;

namespace Manometer.Cases;

/// <summary>The files of a case the log follows.</summary>
internal static class CustodyFiles
{
    /// <summary>Folder of captured documents, relative to the case.</summary>
    public const string Captures = "captures/";

    private static readonly string[] Top = [CaseYaml.File, DataPackage.File, Boundaries.File, .. TableSchemas.All.Select(table => table.File), .. TableSchemas.All.Select(table => table.Name + ".parquet"), "series.parquet"];

    /// <summary>Is its content part of what the case says?</summary>
    public static bool IsFollowed(string path) => Top.Contains(path) || (path.StartsWith("series/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal));

    /// <summary>SHA-256 of a file of the case, however large.</summary>
    public static string HashOf(ICaseFiles files, string path)
    {
        using var content = files.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
