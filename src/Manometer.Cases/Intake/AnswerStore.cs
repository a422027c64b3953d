using System.Security.Cryptography;
using System.Text;

namespace Manometer.Cases;

/// <summary>Answers of models about the reports of a case, kept under <c>.manometer/answers</c> by what was asked of whom, so that nothing is asked, or paid for, twice. Derived: they may be deleted, and are asked for again.</summary>
/// <param name="folder">The case.</param>
public sealed class AnswerStore(string folder)
{
    private const long Largest = 16 << 20;

    /// <summary>Path of an answer, relative to the case.</summary>
    /// <param name="asked">Endpoint, model and the whole prompt.</param>
    public static string PathOf(params string[] asked) => $".manometer/answers/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', asked))))}.txt";

    /// <summary>An answer; null when there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string? Find(string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        return file.Exists && file.Length <= Largest ? File.ReadAllText(file.FullName, Encoding.UTF8) : null;
    }

    /// <summary>Keeps an answer.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Keep(string path, string answer) => AtomicFile.Write(Path.Combine(folder, path), Encoding.UTF8.GetBytes(answer));
}
