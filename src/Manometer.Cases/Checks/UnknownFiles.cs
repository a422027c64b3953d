using System.Globalization;

namespace Manometer.Cases;

/// <summary>Files of a case that look as if they were to be read, and are not.</summary>
/// <remarks>Letters, pictures, pages and hidden files are nobody's concern. Files that <c>datapackage.json</c> lists are for other programs.</remarks>
internal static class UnknownFiles
{
    private const string Folder = "docs/case-folder.md";

    private static readonly string[] Sheets = [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"];
    private static readonly string[] Data = [".csv", ".tsv", ".tab", ".yaml", ".yml", ".json", ".jsonl", ".ndjson", ".geojson", ".parquet", ".sqlite", ".db", .. Sheets];
    private static readonly string[] Known = [CaseYaml.File, DataPackage.File, Boundaries.File, "custody.jsonl", .. TableSchemas.All.Select(table => table.File), .. TableSchemas.All.Select(table => table.Name + ".parquet"), "series.parquet"];

    public static void Check(ReadingContext context, IReadOnlySet<string> described)
    {
        var files = context.Files.List();
        var inner = files.Where(path => path.EndsWith("/" + CaseYaml.File, StringComparison.Ordinal)).Select(path => path[..^CaseYaml.File.Length]).ToList();
        var folders = new SortedDictionary<string, (string First, int Count)>(StringComparer.Ordinal);
        foreach (var path in files)
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (slash < 0)
                CheckTop(context, path, extension, described);
            else if (path.StartsWith("series/", StringComparison.Ordinal))
                CheckSeries(context, path, extension);
            else if (extension is ".csv" or ".tsv" or ".tab" or ".parquet" || Sheets.Contains(extension))
                if (!path.StartsWith("captures/", StringComparison.Ordinal) && path[0] != '.' && !described.Contains(path) && !inner.Exists(one => path.StartsWith(one, StringComparison.Ordinal)))
                    folders[path[..slash]] = folders.TryGetValue(path[..slash], out var seen) ? (seen.First, seen.Count + 1) : (path, 1);
        }

        foreach (var (folder, (first, count)) in folders)
        {
            var near = Nearest.To(folder, ["series", "captures"]);
            context.Faults.Add(
                Rules.FileUnknown,
                first,
                near is null ? $"tables at the top of the case, numbers over time in series/: {Folder}" : $"a folder of {Folder}; did you mean '{near}/'?",
                count == 1 ? $"a table in the folder '{folder}', which is not read" : string.Create(CultureInfo.InvariantCulture, $"{count} tables in the folder '{folder}', which is not read"),
                near is null ? "move what belongs to the case to its place; keep the rest outside the case, or list it in datapackage.json" : $"rename the folder '{folder}' to '{near}'");
        }
    }

    private static void CheckTop(ReadingContext context, string path, string extension, IReadOnlySet<string> described)
    {
        if (Known.Contains(path) || path[0] is '.' or '~')
            return;
        if (extension == AtomicFile.TemporaryEnding && Known.Contains(path[..^extension.Length]))
        {
            context.Faults.Add(Rules.FileUnknown, path, $"{path[..^extension.Length]}, whole", "a file that an interrupted write left behind", "remove it");
            return;
        }

        var meant = Meant(path, extension);
        if (!Data.Contains(extension) && (meant is null || extension is not (".txt" or "")) || (meant is null && described.Contains(path)))
            return;
        if (meant is null)
        {
            context.Faults.Add(Rules.FileUnknown, path, $"a file of {Folder}", "one that is not read", extension == ".csv"
                ? "move it to series/ if it holds numbers over time; rename it if it is a table of the case; keep it outside the case otherwise, or list it in datapackage.json"
                : $"keep it outside the case, or list it in datapackage.json");
            return;
        }

        var there = context.Files.Size(meant) is not null;
        var sheet = Sheets.Contains(extension);
        var form = sheet || (extension != Path.GetExtension(meant) && extension is not (".yml" or ".txt" or "" or ".json"));
        context.Faults.Add(
            Rules.FileUnknown,
            path,
            $"a file of {Folder}; did you mean '{meant}'?",
            there ? $"one that is not read; {meant} is there, and is" : "one that is not read",
            there ? $"move into {meant} what it lacks, and keep {path} outside the case"
            : form ? $"save {(sheet ? "the sheet" : "it")} as {meant}: {(meant.EndsWith(".csv", StringComparison.Ordinal) ? "CSV with commas, UTF-8" : "plain text, UTF-8")}"
            : $"rename {path} to {meant}");
    }

    private static void CheckSeries(ReadingContext context, string path, string extension)
    {
        if (extension != ".csv" && Data.Contains(extension) && Path.GetFileName(path)[0] is not ('.' or '~'))
            context.Faults.Add(Rules.FileUnknown, path, "a series as CSV: docs/case-folder/series.md", "one that is not read", $"save it as {Path.ChangeExtension(path, ".csv")}: CSV with commas, UTF-8");
    }

    // the file of the case whose name is nearest, whatever the ending
    private static string? Meant(string path, string extension)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        if (extension is ".yaml" or ".yml" or ".txt" or "" && Nearest.To(stem, ["case"]) is not null)
            return CaseYaml.File;
        if (extension is ".json" or ".geojson")
            return (Synonyms.Of("files", stem) ?? Nearest.To(stem, ["boundaries", "datapackage"])) switch { "boundaries" => Boundaries.File, "datapackage" => DataPackage.File, _ => null };
        if (extension is not (".csv" or ".tsv" or ".tab" or ".txt" or "" or ".parquet") && !Sheets.Contains(extension))
            return null;
        var names = TableSchemas.All.Select(table => table.Name).ToList();
        var table = Synonyms.Of("files", stem) ?? Nearest.To(stem, names) ?? names.Find(name => stem.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return table is null || !names.Contains(table) ? null : table + ".csv";
    }
}
