using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary>The fitted parts of an assessment, kept under <c>CASE/.manometer/fitted</c>: computed once for a case, a version of the program, a date and a depth.</summary>
/// <remarks>A file that cannot be read or written costs time and changes nothing. Older files of the same kind are removed.</remarks>
internal static class FittedParts
{
    public static PressureIndex Pressure(string folder, Case @case, DateOnly? asOf, bool keep = true) =>
        Kept(keep, folder, "pressure", Key(@case, asOf, ""), bytes => AssessmentJson.ReadPressure(bytes), () => PressureModel.Of(@case, asOf, Environment.ProcessorCount), AssessmentJson.Write);

    public static Verdict Verdict(string folder, Case @case, DateOnly? asOf, VerdictDepth depth, bool keep = true)
    {
        // a full verdict that is there already serves where a quick one is asked
        if (depth == VerdictDepth.Quick && Found(PathOf(folder, "verdict-full", Key(@case, asOf, "full")), bytes => AssessmentJson.ReadVerdict(bytes)) is { } full)
            return full;
        var name = depth == VerdictDepth.Full ? "full" : "quick";
        return Kept(keep, folder, "verdict-" + name, Key(@case, asOf, name), bytes => AssessmentJson.ReadVerdict(bytes), () => VerdictModel.Of(@case, asOf, depth, Environment.ProcessorCount, Terminal.Progress), AssessmentJson.Write);
    }

    private delegate T? Reader<T>(ReadOnlySpan<byte> json);

    private static T Kept<T>(bool keep, string folder, string kind, string key, Reader<T> read, Func<T> compute, Action<T, Stream> write)
        where T : class
    {
        var path = PathOf(folder, kind, key);
        if (Found(path, read) is { } kept)
            return kept;
        var made = compute();
        Interrupt.Token.ThrowIfCancellationRequested();
        if (!keep)
            return made;
        using var document = new MemoryStream();
        write(made, document);
        try
        {
            var place = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(place);
            foreach (var old in Directory.EnumerateFiles(place, kind + ".*.json"))
                File.Delete(old);
            AtomicFile.Write(path, document.GetBuffer().AsSpan(0, (int)document.Length));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // a case that cannot be written to is computed anew each time
        }

        return made;
    }

    private static T? Found<T>(string path, Reader<T> read)
        where T : class
    {
        try
        {
            return File.Exists(path) ? read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string PathOf(string folder, string kind, string key) => Path.Combine(folder, ".manometer", "fitted", $"{kind}.{key}.json");

    private static string Key(Case @case, DateOnly? asOf, string depth)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{ProgramVersion.Text}\n{typeof(VerdictModel).Assembly.ManifestModule.ModuleVersionId}\n{asOf:yyyy-MM-dd}\n{depth}\n{CaseHash.Of(@case.Files)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }
}
