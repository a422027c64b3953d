using System.Text;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>One smallest broken case a code; what each prints is docs/errors.md.</summary>
public class GalleryTests
{
    public static TheoryData<string> Codes() => [.. Rules.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_broken_case_of_a_code_shows_that_fault_and_no_other(string code)
    {
        var faults = Faults(code);

        Assert.NotEmpty(faults);
        Assert.Equal([code], faults.Select(fault => fault.Code).Distinct());
    }

    [Fact]
    public void Codes_are_unique_and_in_order() =>
        Assert.Equal(Rules.All.Select(rule => rule.Code).Distinct().Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Code));

    [Fact]
    public void The_list_of_all_leaves_none_out() =>
        Assert.Equal(typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticRule>().Select(rule => rule.Code).Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Code));

    [Fact]
    public void Every_fault_says_what_to_do_next() =>
        Assert.All(Rules.All.SelectMany(rule => Faults(rule.Code)), fault => Assert.False(string.IsNullOrEmpty(fault.Next), fault.Code));

    [Fact]
    public void The_gallery_in_the_documentation_is_what_is_printed()
    {
        var page = new StringBuilder("""
            # Every fault a case can have

            `./manometer check CASE` prints all faults of a case at once, in order of file and line; those of its custody (MAN08..) are told by `verify` and the other [custody](custody.md) commands. A case with **errors** is not assessed; with **warnings** it is, and
            the report lists them. Each code below has a smallest broken case in `cases/broken/`; what it prints is shown as it is printed. This page is made by a test.

            """);
        foreach (var rule in Rules.All)
            page.Append($"\n## {rule.Code} {rule.Title}\n\n{(rule.Severity == Severity.Error ? "Error" : "Warning")}. {rule.Why}\n\n```text\n{Faults(rule.Code)[0]}```\n");
        Document.Matches("docs/errors.md", page.ToString());
    }

    [Fact]
    public void The_broken_logs_are_what_the_program_writes_with_one_thing_changed()
    {
        foreach (var code in BrokenLogs.Codes)
        {
            using var ledger = BrokenLogs.Make(code);
            var folder = Repository.Path("cases", "broken", code);
            if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
                Copy(ledger.Files(), folder);
            var (made, kept) = (new DiskCaseFiles(ledger.Folder), new DiskCaseFiles(folder));
            Assert.Equal(made.List(), kept.List());
            Assert.All(made.List(), path => Assert.Equal(made.Read(path), kept.Read(path)));
        }
    }

    private static void Copy(IReadOnlyDictionary<string, byte[]> files, string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
            AtomicFile.Write(Path.Combine(folder, path), bytes);
    }

    // some faults cannot stand in a folder of the repository; they are made here
    private static IReadOnlyList<Diagnostic> Faults(string code)
    {
        var name = $"cases/broken/{code}";
        switch (code)
        {
            case "MAN0101":
                return CaseFolder.Read("no-such-case").Diagnostics;
            case "MAN0103":
                return CaseReader.Read(new Failing(Minimal()), name).Diagnostics;
            case "MAN0104":
                return CaseReader.Read(new Huge(Minimal()), name).Diagnostics;
            case "MAN0107":
                return CaseReader.Read(Minimal().Add("sources.csv", "id,name,kind,reliability,url\n" + new string('x', CsvFile.LongestLine + 1)), name).Diagnostics;
            case "MAN0109":
                var many = "id,name,kind,reliability,url\n" + string.Concat(Enumerable.Range(1, FaultList.MostOfAKind + 52).Select(i => $"s{i},Gazette,outlet,Q,none seen\n"));
                return [.. CaseReader.Read(Minimal().Add("sources.csv", many), name).Diagnostics.Where(fault => fault.Code == code)];
            case "MAN0108":
                using (var folder = new TemporaryFolder())
                {
                    File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), "");
                    return [.. CaseFolder.Create(folder.Path).Select(fault => fault with { Where = new SourceSpan("my-case") })];
                }

            case "MAN0811":
                using (var ledger = new Ledger())
                using (ledger.Open())
                    return [.. ledger.TryOpen().Diagnostics.Select(fault => fault with { Found = "in use by process 4711 (manometer) on desk-2" })];
            case "MAN0818":
                using (var folder = new TemporaryFolder())
                    return CustodyRestore.Run(Repository.Path("cases", "broken", "MAN0810"), new DateOnly(2020, 1, 1), Path.Combine(folder.Path, "then")).Diagnostics;
            case "MAN0819":
                using (var folder = new TemporaryFolder())
                    return CustodyRestore.Run(Repository.Path("cases", "broken", "MAN0815"), new DateOnly(2026, 3, 1), Path.Combine(folder.Path, "then")).Diagnostics;
            case "MAN0823":
                return CustodyCheck.Verify(new DiskCaseFiles(Repository.Path("cases", "broken", code)), name, trust: [TestAuthority.Made("CN=Another authority")]).Diagnostics;
            case { } custody when BrokenLogs.Codes.Contains(custody):
                return CustodyCheck.Verify(new DiskCaseFiles(Repository.Path("cases", "broken", code)), name).Diagnostics;
            default:
                return CaseReader.Read(new DiskCaseFiles(Repository.Path("cases", "broken", code)), name).Diagnostics;
        }
    }

    private static MemoryCaseFiles Minimal() => new MemoryCaseFiles().Add("case.yaml", """
        title: Ruritania
        question: Are the sanctions on Ruritania working?
        target: {country: XR, name: Ruritania}
        period: 2021-01/2022-12
        """);

    private sealed class Failing(MemoryCaseFiles inner) : ICaseFiles
    {
        public IReadOnlyList<string> List() => inner.List();

        public long? Size(string path) => path == "sources.csv" ? 10 : inner.Size(path);

        public byte[] Read(string path) => path == "sources.csv" ? throw new UnauthorizedAccessException("Access to the path 'sources.csv' is denied.") : inner.Read(path);
    }

    private sealed class Huge(MemoryCaseFiles inner) : ICaseFiles
    {
        public IReadOnlyList<string> List() => inner.List();

        public long? Size(string path) => path == "sources.csv" ? 1L << 30 : inner.Size(path);

        public byte[] Read(string path) => inner.Read(path);
    }
}
