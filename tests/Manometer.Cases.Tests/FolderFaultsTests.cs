using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>A path that is not the folder of a case is answered with what is there, never with a command that fails.</summary>
public class FolderFaultsTests
{
    [Fact]
    public void A_folder_of_cases_names_them()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(Path.Combine(folder.Path, "one")));
        Assert.Empty(CaseFolder.Create(Path.Combine(folder.Path, "two")));

        var fault = Only(folder.Path);

        Assert.Equal("MAN0102", fault.Code);
        Assert.StartsWith("a folder of 2 cases: ", fault.Found, StringComparison.Ordinal);
        Assert.EndsWith($"./manometer check {Path.Combine(folder.Path, "one")}", fault.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("observations.csv")]
    [InlineData("series")]
    public void A_file_or_a_folder_of_a_case_names_the_case(string inner)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "one");
        Assert.Empty(CaseFolder.Create(path));

        Assert.EndsWith($"./manometer check {path}", Only(Path.Combine(path, inner)).Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_name_suggests_the_folder_beside_it()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(Path.Combine(folder.Path, "ruritania")));

        Assert.EndsWith($"did you mean '{Path.Combine(folder.Path, "ruritania")}'?", Only(Path.Combine(folder.Path, "ruritanai")).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void New_is_suggested_only_where_it_works()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("./manometer new", Only(Path.Combine(folder.Path, "nothing-here")).Next, StringComparison.Ordinal);
        Assert.Contains("./manometer new", Only(folder.Path).Next, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, "letter.txt"), "");
        Assert.DoesNotContain("./manometer new", Only(folder.Path).Next, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, "case.yml"), "");
        Assert.Contains("rename case.yml to case.yaml", CaseFolder.Read(folder.Path).Diagnostics.Single(fault => fault.Code == "MAN0102").Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_space_is_quoted_in_the_command() => Assert.Equal("./manometer check 'my case'", NextCommand.Check("my case"));

    private static Diagnostic Only(string path) => Assert.Single(CaseFolder.Read(path).Diagnostics);
}
