using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class ScoreAndImportTests
{
    [Fact]
    public void A_case_without_forecasts_says_so_and_its_json_is_empty()
    {
        var bare = Repository.Path("cases", "broken", "MAN0605"); // a warning only

        var text = ManometerProcess.Run("score", bare);
        var json = ManometerProcess.Run("score", bare, "--json");

        Assert.Equal(0, text.Code);
        Assert.Contains("has no forecasts", text.Output);
        Assert.Contains("\"claims\": []", json.Output);
    }

    [Fact]
    public void What_is_no_matrix_is_refused_and_the_case_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var @case = Path.Combine(folder.Path, "mine");
        Assert.Equal(0, ManometerProcess.Run("new", @case).Code);
        var before = File.ReadAllText(Path.Combine(@case, "matrix.csv"));
        var garbage = Path.Combine(folder.Path, "garbage.achz");
        File.WriteAllBytes(garbage, [0x1F, 0x8B, 1, 2, 3]);
        var prose = Path.Combine(folder.Path, "prose.json");
        File.WriteAllText(prose, "once upon a time");

        Assert.Equal(2, ManometerProcess.Run("import", @case, Path.Combine(folder.Path, "none.achz")).Code);
        Assert.Equal(2, ManometerProcess.Run("import", @case, garbage).Code);
        var read = ManometerProcess.Run("import", @case, prose);
        Assert.Equal(1, read.Code);
        Assert.Contains("it is no JSON", read.Error);
        Assert.Equal(before, File.ReadAllText(Path.Combine(@case, "matrix.csv")));
    }

    [Fact]
    public void What_analysts_say_came_of_it_is_exported_as_records_of_the_field()
    {
        using var folder = new TemporaryFolder();
        var @case = Path.Combine(folder.Path, "mine");
        Assert.Equal(0, ManometerProcess.Run("new", @case).Code);
        var output = Path.Combine(folder.Path, "out");
        var none = ManometerProcess.Run("export", Repository.Path("cases", "broken", "MAN0605"), "--format", "episodes", "--out", output);

        Assert.Equal((1, true), (none.Code, none.Error.Contains("nothing is known of its outcome", StringComparison.Ordinal)));
        var made = ManometerProcess.Run("export", @case, "--format", "episodes", "--out", output);
        Assert.Equal(0, made.Code);
        Assert.Equal(["gsdb.csv", "hse.csv", "tsc.csv"], Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var verdict = ManometerProcess.Run("verdict", @case);
        Assert.Contains("result times contribution reaches 9 of 16 with", verdict.Output);
    }
}
