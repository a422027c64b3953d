using CsCheck;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>However a case is mutilated, reading it gives diagnostics and never an exception. MANOMETER_FUZZ=N runs N mutations instead of 100,000.</summary>
public class MutationTests
{
    private static readonly (string Path, byte[] Bytes)[] Starter =
        [.. Directory.EnumerateFiles(Repository.Path("cases", "starter"), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains(".manometer", StringComparison.Ordinal) && !path.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Repository.Path("cases", "starter"), path).Replace('\\', '/'), File.ReadAllBytes(path)))];

    private static readonly string[] Nasty = ["\"", ",", ";", "\n", "\r", "\0", "\ufeff", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!x ", "%", "\t", "'", "|", ">", "..", "2021-99-99", "1e999", "-", "\ud83d\ude00", "null", "}}}}", "\\u0000"];

    private static int Iterations => int.TryParse(Environment.GetEnvironmentVariable("MANOMETER_FUZZ"), out var asked) ? asked : 100_000;

    [Fact]
    public void A_mutilated_case_gives_diagnostics_never_an_exception() =>
        Gen.Select(Gen.Int[0, Starter.Length - 1], Gen.Int[0, 1 << 20], Gen.Int[0, 5], Gen.Int[0, Nasty.Length - 1], Gen.Int[1, 40]).Sample((file, at, how, what, length) =>
        {
            var files = new MemoryCaseFiles();
            for (var i = 0; i < Starter.Length; i++)
                if (i == file || Needed(Starter[i].Path, Starter[file].Path))
                    files.Add(Starter[i].Path, i == file ? Mutilate(Starter[i].Bytes, at, how, what, length) : Starter[i].Bytes);
            var reading = CaseReader.Read(files, "case");
            return reading.Case is not null || reading.HasErrors;
        }, iter: Iterations);

    [Fact]
    public void Bytes_of_any_kind_in_any_file_give_diagnostics_never_an_exception() =>
        Gen.Select(Gen.Int[0, Starter.Length - 1], Gen.Byte.Array[0, 200]).Sample((file, bytes) =>
            CaseReader.Read(new MemoryCaseFiles().Add(Starter[file].Path, bytes), "case") is { Diagnostics.Count: > 0 }, iter: Iterations / 10);

    // a file is read with the files it refers to; the large description only when it is the one mutilated
    private static bool Needed(string path, string mutilated) =>
        mutilated == "datapackage.json" ? path.StartsWith("series/", StringComparison.Ordinal) || path == "case.yaml" : path != "datapackage.json" && (path == "case.yaml" || mutilated.EndsWith(".csv", StringComparison.Ordinal));

    private static byte[] Mutilate(byte[] bytes, int at, int how, int what, int length)
    {
        at %= bytes.Length + 1;
        length = Math.Min(length, bytes.Length - at);
        var nasty = System.Text.Encoding.UTF8.GetBytes(Nasty[what]);
        return how switch
        {
            0 => [.. bytes[..at], .. nasty, .. bytes[at..]],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..(at + length)], .. bytes[(at + length)..]],
            3 => [.. bytes[..at], (byte)(what * 9), .. bytes[Math.Min(bytes.Length, at + 1)..]],
            4 => bytes[..at],
            _ => [.. bytes[..at], .. nasty, .. nasty, .. bytes[(at + length)..]],
        };
    }
}
