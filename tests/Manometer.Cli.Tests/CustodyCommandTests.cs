using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class CustodyCommandTests
{
    [Fact]
    public void An_edit_is_found_recorded_and_undone()
    {
        using var folder = new TemporaryFolder();
        var reports = Begin(folder.Path);
        var before = File.ReadAllText(reports);
        File.WriteAllText(reports, before.Replace("2021", "2022", StringComparison.Ordinal));

        var found = Run("verify", "mine", "--json");
        Assert.Equal(1, found.Code);
        Assert.Equal(["MAN0812"], JsonDocument.Parse(found.Output).RootElement.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("code").GetString()));

        Assert.Equal(0, Run("record", "mine", "--who", "jd", "--note", "year").Code);
        var whole = Run("verify", "mine", "--json");
        Assert.Equal(0, whole.Code);
        var head = JsonDocument.Parse(whole.Output).RootElement.GetProperty("head").GetString()!;
        Assert.Equal(0, Run("verify", "mine", "--head", head).Code);
        Assert.Equal(1, Run("verify", "mine", "--head", new string('a', 64)).Code);
        Assert.Matches("2  .*  jd  edit  year\n", Run("custody", "mine").Output);

        ManometerProcess.Result Run(params string[] arguments) => ManometerProcess.RunIn(folder.Path, arguments);
    }

    [Fact]
    public void Every_command_that_writes_into_a_case_puts_it_on_record()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Run("new", "mine", "--who", "jd").Code);
        Assert.Equal(0, Run("export", "mine", "--format", "achz", "--out", "matrices").Code);
        var matrix = Directory.EnumerateFiles(Path.Combine(folder.Path, "matrices")).First();
        Assert.Equal(2, Run("import", "mine", matrix, "--analyst", "other").Code); // nobody answers for it

        Assert.Equal(0, Run("import", "mine", matrix, "--analyst", "other", "--who", "jd").Code);
        File.AppendAllText(Path.Combine(folder.Path, "mine", "sources.csv"), "s-9,Another Post,outlet,C,,unknown,en,post.example,\n");
        Assert.Equal(0, Run("describe", "mine", "--who", "jd").Code);

        Assert.Equal(0, Run("verify", "mine").Code);
        var log = File.ReadAllLines(Path.Combine(folder.Path, "mine", "custody.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["the case as it was made", "matrix of other taken over", "the files as they were found before"], log.Select(record => record.GetProperty("note").GetString()!).Take(3));
        var used = log[1].GetProperty("in").EnumerateArray().First(item => item.GetProperty("role").GetString() == "import");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(matrix))), used.GetProperty("sha256").GetString());

        ManometerProcess.Result Run(params string[] arguments) => ManometerProcess.RunIn(folder.Path, arguments);
    }

    [Fact]
    public void The_provenance_is_the_same_every_time()
    {
        using var folder = new TemporaryFolder();
        Begin(folder.Path);

        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "export", "mine", "--format", "prov", "--out", "a").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "export", "mine", "--format", "prov", "--out", "b").Code);

        var text = File.ReadAllText(Path.Combine(folder.Path, "a", "prov.jsonld"));
        Assert.Equal(text, File.ReadAllText(Path.Combine(folder.Path, "b", "prov.jsonld")));
        var types = JsonDocument.Parse(text).RootElement.GetProperty("@graph").EnumerateArray().Select(one => one.GetProperty("@type").GetString()).ToList();
        Assert.Equal((1, 1, 1, 14), (types.Count(type => type == "prov:Agent"), types.Count(type => type == "prov:SoftwareAgent"), types.Count(type => type == "prov:Activity"), types.Count(type => type == "prov:Entity")));
    }

    [Fact]
    public void A_text_that_still_stands_in_a_table_is_not_redacted()
    {
        using var folder = new TemporaryFolder();
        Begin(folder.Path);

        var result = ManometerProcess.RunIn(folder.Path, "redact", "mine", "--text", "Ruritania", "--who", "jd");

        Assert.Equal(1, result.Code);
        Assert.Contains("still holds the text", result.Error);
    }

    [Theory]
    [InlineData(2, "record", "mine", "--who", " ")]
    [InlineData(2, "record", "mine")]
    [InlineData(2, "redact", "mine", "--who", "jd")]
    [InlineData(2, "restore", "mine", "--known", "2026-02-30", "--out", "then")]
    [InlineData(1, "restore", "mine", "--known", "2000-01-01", "--out", "then")]
    [InlineData(1, "verify", "none")]
    [InlineData(1, "custody", "none")]
    public void What_cannot_be_done_is_answered(int code, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        Begin(folder.Path);

        var result = ManometerProcess.RunIn(folder.Path, arguments);

        Assert.Equal(code, result.Code);
        Assert.NotEmpty(result.Error + result.Output);
        Assert.DoesNotContain("   at ", result.Error);
    }

    /// <summary>A process is killed at some instant of its run; the bench kills a thousand.</summary>
    [Fact]
    public void A_process_that_is_killed_leaves_a_case_whose_custody_holds()
    {
        using var folder = new TemporaryFolder();
        var reports = Begin(folder.Path);
        var header = File.ReadAllLines(reports)[0];
        var chance = new Random(1);
        for (var i = 0; i < 12; i++)
        {
            File.WriteAllText(reports, $"{header}\n# {i}\n");
            using (var process = ManometerProcess.Start(folder.Path, "record", "mine", "--who", "jd", "--note", $"{i}"))
            {
                Thread.Sleep(chance.Next(60, 260));
                process.Kill();
                process.WaitForExit();
            }

            Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "record", "mine", "--who", "jd", "--note", "after").Code);
        }

        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "mine").Code);
    }

    private static string Begin(string folder)
    {
        Assert.Equal(0, ManometerProcess.RunIn(folder, "new", "mine").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder, "record", "mine", "--who", "jd").Code);
        return Path.Combine(folder, "mine", "reports.csv");
    }
}
