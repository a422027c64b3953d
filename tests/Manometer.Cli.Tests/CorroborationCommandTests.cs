using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public sealed class CorroborationCommandTests
{
    private const string Wire = "Officials in the border city said on Monday that the coal yards have stood empty since the spring, that trucks no longer cross the bridge at night, and that the men who used to load them have gone back to their villages.";

    [Fact]
    public void A_copy_is_found_decided_and_taken_back_and_all_of_it_is_on_record()
    {
        using var folder = new TemporaryFolder();
        var @case = Path.Combine(folder.Path, "case");
        Assert.Equal(0, ManometerProcess.Run("new", @case).Code);
        foreach (var (name, day, more) in new[] { ("a", "2021-09-03", "More later."), ("b", "2021-09-05", "The Echo adds nothing.") })
            File.WriteAllText(Path.Combine(folder.Path, name + ".html"), $"<html><head><title>Yards {name}</title><meta property=\"article:published_time\" content=\"{day}\"><meta property=\"og:site_name\" content=\"Paper {name}\"></head><body><article><p>{Wire}</p><p>{more}</p></article></body></html>");
        Assert.Equal(0, ManometerProcess.Run("add", @case, Path.Combine(folder.Path, "a.html"), Path.Combine(folder.Path, "b.html"), "--who", "jd").Code);

        var copy = Assert.Single(Json(@case).GetProperty("copies").EnumerateArray());
        Assert.Equal("copy", copy.GetProperty("kind").GetString());
        Assert.True(copy.GetProperty("directed").GetBoolean());
        var (first, second) = (copy.GetProperty("first").GetString()!, copy.GetProperty("second").GetString()!);

        Assert.Equal(0, ManometerProcess.Run("link", @case, "same", first, second, "--copy", "--who", "jd").Code);
        Assert.Equal("l-01", Assert.Single(Json(@case).GetProperty("copies").EnumerateArray()).GetProperty("decided").GetString());
        var against = ManometerProcess.Run("link", @case, "different", second, first, "--copy", "--who", "ab");
        Assert.Equal(1, against.Code);
        Assert.Contains("l-01 says 'same'", against.Error, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.Run("link", @case, "withdraw", "l-01", "--who", "ab").Code);
        Assert.Equal(0, ManometerProcess.Run("link", @case, "different", second, first, "--copy", "--who", "ab").Code);

        Assert.Equal(3, File.ReadAllLines(Path.Combine(@case, "links.csv")).Length);
        Assert.Equal(0, ManometerProcess.Run("verify", @case).Code);
        var log = ManometerProcess.Run("custody", @case).Output;
        Assert.Contains("merge  l-01", log, StringComparison.Ordinal);
        Assert.Contains("split  l-01 withdrawn", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "wants two ids", "same", "o-001")]
    [InlineData(1, "Did you mean 'o-002' for 'o-02'", "same", "o-001", "o-02")]
    [InlineData(1, "--copy wants two reports", "same", "o-001", "o-002", "--copy")]
    [InlineData(1, "there is no decision 'l-09'", "withdraw", "l-09")]
    public void A_decision_on_nothing_is_refused_with_a_way_forward(int code, string says, params string[] words)
    {
        using var folder = new TemporaryFolder();
        var @case = Path.Combine(folder.Path, "case");
        ManometerProcess.Run("new", @case);

        var run = ManometerProcess.Run(["link", @case, .. words, "--who", "jd"]);

        Assert.Equal(code, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(@case, "links.csv")));
    }

    [Fact]
    public void Copies_reads_and_writes_json_lines()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "texts.jsonl");
        File.WriteAllLines(file, [$"{{\"id\":\"x\",\"published\":\"2021-09-05\",\"text\":\"{Wire}\"}}", "not json", $"{{\"id\":\"y\",\"published\":\"2021-09-03\",\"text\":\"{Wire.ToUpperInvariant()}\"}}"]);

        var run = ManometerProcess.Run("copies", "--in", file);

        Assert.Equal(1, run.Code);
        Assert.Contains("texts.jsonl:2: error: not JSON", run.Error, StringComparison.Ordinal);
        var pair = JsonDocument.Parse(run.Output.Trim()).RootElement;
        Assert.Equal(("y", "x", "copy"), (pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString(), pair.GetProperty("kind").GetString()));
    }

    [Fact]
    public void Truth_learns_from_labels_and_says_what_it_cannot_know()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "labels.csv");
        File.WriteAllText(file, "item,source,label\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"i{i},a,{(i % 2 == 0 ? "yes" : "no")}\ni{i},b,{(i % 2 == 0 ? "yes" : "no")}\ni{i},c,{(i % 3 == 0 ? "yes" : "no")}\n")));

        var root = JsonDocument.Parse(ManometerProcess.Run("truth", file, "--json").Output).RootElement;

        Assert.Equal("yes", root.GetProperty("items")[0].GetProperty("likeliest").GetString());
        Assert.False(root.GetProperty("chosenByTruths").GetBoolean());
        Assert.True(root.GetProperty("sources")[0].GetProperty("right").GetDouble() > root.GetProperty("sources")[2].GetProperty("right").GetDouble());
        Assert.Contains("labels alone cannot tell", ManometerProcess.Run("truth", file).Output, StringComparison.Ordinal);
        Assert.Equal(1, ManometerProcess.Run("truth", file, "--label", "lable").Code);
        Assert.Contains("did you mean 'label'", ManometerProcess.Run("truth", file, "--label", "lable").Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(string @case) => JsonDocument.Parse(ManometerProcess.Run("corroborate", @case, "--json").Output).RootElement;
}
