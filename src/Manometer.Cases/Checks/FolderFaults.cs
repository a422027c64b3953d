using System.Globalization;

namespace Manometer.Cases;

/// <summary>What to say of a path that is not the folder of a case: what is there, and which case was probably meant.</summary>
internal static class FolderFaults
{
    private const int MostNamed = 5;
    private const int MostLookedAt = 1_000;

    /// <summary>The path is a file, or nothing at all.</summary>
    public static void NoFolder(FaultList faults, string path)
    {
        if (File.Exists(path))
        {
            var around = Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
            faults.Add(Rules.FolderMissing, path, "the folder of a case", "a file", IsCase(around) ? NextCommand.Check(around) : "name the folder of the case, not a file");
            return;
        }

        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is { } above ? above : "";
        var names = Directory.Exists(parent.Length == 0 ? "." : parent) ? Inner(parent.Length == 0 ? "." : parent).Select(inner => Path.GetFileName(inner)!) : [];
        if (Nearest.To(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), names) is { } near)
            faults.Add(Rules.FolderMissing, path, $"the folder of a case; did you mean '{Path.Combine(parent, near)}'?", "nothing of that name", NextCommand.Check(Path.Combine(parent, near)));
        else
            faults.Add(Rules.FolderMissing, path, "the folder of a case", "nothing of that name", $"to begin one: {NextCommand.New(path)}");
    }

    /// <summary>Says so when a folder without case.yaml holds cases, or lies in one.</summary>
    public static bool HoldsOrIsInACase(FaultList faults, string folder)
    {
        var inside = Inner(folder);
        var cases = inside.FindAll(IsCase);
        if (cases.Count == 0)
            cases = [.. inside.SelectMany(Inner).Where(IsCase)];
        var parent = Path.Combine(folder, "..");
        if (cases.Count > 0)
        {
            var named = string.Join(", ", cases.Take(MostNamed)) + (cases.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {cases.Count - MostNamed} more") : "");
            faults.Add(Rules.FileMissing, folder, "a case folder, with a case.yaml in it", cases.Count == 1 ? $"a folder with a case inside: {named}" : string.Create(CultureInfo.InvariantCulture, $"a folder of {cases.Count} cases: {named}"), $"name the case: {NextCommand.Check(cases[0])}");
        }
        else if (IsCase(parent))
        {
            var around = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } above ? above : parent;
            faults.Add(Rules.FileMissing, folder, "a case folder, with a case.yaml in it", $"a folder inside the case {around}", $"name the case: {NextCommand.Check(around)}");
        }

        return faults.Count > 0;
    }

    private static bool IsCase(string folder) => File.Exists(Path.Combine(folder, CaseYaml.File));

    private static List<string> Inner(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Take(MostLookedAt).Select(inner => folder == "." ? Path.GetFileName(inner) : inner).Where(inner => !Path.GetFileName(inner).StartsWith('.')).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
