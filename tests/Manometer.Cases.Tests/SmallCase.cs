using Manometer.Model;

namespace Manometer.Cases.Tests;

/// <summary>A case with one report of one source, to which a test adds the table it is about.</summary>
internal static class SmallCase
{
    public const string Header = """
        title: Ruritania
        question: Are the sanctions on Ruritania working?
        target: {country: XR, name: Ruritania}
        period: 2021-01/2022-12

        """;

    public static MemoryCaseFiles Files() => new MemoryCaseFiles().Add("case.yaml", Header);

    /// <summary>The faults of a case that holds these files.</summary>
    public static IReadOnlyList<Diagnostic> Faults(params (string Path, string Text)[] tables)
    {
        var files = Files();
        foreach (var (path, text) in tables)
            files.Add(path, text);
        return CaseReader.Read(files, "case").Diagnostics;
    }

    /// <summary>The faults of a case with these observations of the report r-1.</summary>
    public static IReadOnlyList<Diagnostic> Observations(string text) => Faults(
        ("sources.csv", "id,name,kind,reliability,url\ngazette,Gazette,outlet,C,none seen\n"),
        ("reports.csv", "id,source,published,url\nr-1,gazette,2021-10,none seen\n"),
        ("observations.csv", text));
}
