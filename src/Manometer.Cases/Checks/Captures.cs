using System.Security.Cryptography;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Compares captured texts, where they are present, with the hash their report states and their name.</summary>
internal static class Captures
{
    private const string Folder = "captures/";

    public static void Check(ReadingContext context, IReadOnlyList<Report> reports)
    {
        var stated = reports.Where(report => report.Sha256 is not null).Select(report => report.Sha256!).ToHashSet(StringComparer.Ordinal);
        foreach (var path in context.Files.List().Where(path => path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var name = path[Folder.Length..];
            var hash = name.Split('.')[0];
            if (!stated.Contains(hash))
                continue;
            try
            {
                using var capture = context.Files.OpenRead(path);
                var actual = Convert.ToHexStringLower(SHA256.HashData(capture));
                if (actual != hash)
                    context.Faults.Add(Rules.CaptureChanged, path, $"content with the SHA-256 {hash}", actual, "restore the capture, or capture the report anew");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                context.Faults.Add(Rules.Unreadable, path, "a file that can be read", fault.Message);
            }
        }
    }
}
