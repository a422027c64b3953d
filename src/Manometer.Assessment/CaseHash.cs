using System.Security.Cryptography;
using System.Text;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Names a case as it was read: SHA-256 over "path, tab, hash, line feed" of every file in order of path.</summary>
public static class CaseHash
{
    /// <summary>The hash, 64 hexadecimal digits in lower case.</summary>
    /// <param name="files">Every file that was read, in any order.</param>
    public static string Of(IReadOnlyList<CaseFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\t{file.Sha256}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
