using System.Security.Cryptography;
using System.Text;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Names a case as it was read: SHA-256 over "path, tab, hash, line feed" of every file in order of path.</summary>
internal static class CaseHash
{
    public static string Of(IReadOnlyList<CaseFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\t{file.Sha256}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
