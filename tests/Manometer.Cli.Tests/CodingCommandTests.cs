using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>The commands <c>code</c> and <c>dates</c>, as a user runs them.</summary>
public class CodingCommandTests
{
    [Fact]
    public void Dates_prints_one_line_a_document()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "in.jsonl");
        File.WriteAllText(file, "{\"id\":\"a\",\"dct\":\"2018-07-05\",\"text\":\"Exports fell last year.\"}\n\n{\"id\":\"b\",\"text\":\"Nothing.\"}\n");

        var result = ManometerProcess.RunIn(folder.Path, "dates", "--in", file);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal("{\"id\":\"a\",\"timex\":[{\"start\":13,\"end\":22,\"value\":\"2017\",\"edtf\":\"2017\"}]}\n{\"id\":\"b\",\"timex\":[]}\n", result.Output);
    }

    [Fact]
    public void A_bad_line_is_told_with_its_number_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "in.jsonl");
        File.WriteAllText(file, "not json\n{\"id\":\"a\",\"text\":\"\\ud800\"}\n{\"id\":\"b\",\"dct\":\"soon\",\"text\":\"x\"}\n[]\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"in May 2017\"}\n");

        var result = ManometerProcess.RunIn(folder.Path, "dates", "--in", file);

        Assert.Equal(1, result.Code);
        Assert.Single(result.Output.TrimEnd().Split('\n'));
        for (var line = 1; line <= 5; line++)
            Assert.Contains($"in.jsonl:{line}: error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("5 lines left out", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_writes_observations_whose_quotes_are_the_text_between_their_offsets()
    {
        using var folder = new TemporaryFolder();
        const string text = "Coal exports fell by 35 percent in May because of the embargo. Rice prices rose.";
        File.WriteAllText(Path.Combine(folder.Path, "reports.jsonl"), JsonSerializer.Serialize(new { id = "r1", outlet = "Post", published = "2018-07-05", title = "t", text }) + "\n");

        var result = ManometerProcess.RunIn(folder.Path, "code", "--in", "reports.jsonl", "--out", "observations.jsonl");

        Assert.Equal(0, result.Code);
        var lines = File.ReadAllLines(Path.Combine(folder.Path, "observations.jsonl"));
        Assert.Equal(2, lines.Length);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var one = json.RootElement;
            Assert.Equal(text[one.GetProperty("start").GetInt32()..one.GetProperty("end").GetInt32()], one.GetProperty("quote").GetString());
            foreach (var field in (string[])["report_id", "date_edtf", "place", "place_id", "sector", "group", "indicator", "direction", "magnitude", "attribution", "grade", "polarity", "sourcing", "probability"])
                Assert.True(one.TryGetProperty(field, out _), field);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_so()
    {
        var result = ManometerProcess.Run("code", "--in", "no-such.jsonl");

        Assert.Equal(2, result.Code);
        Assert.Contains("there is no file no-such.jsonl", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_is_a_probability() => Assert.Equal(2, ManometerProcess.Run("code", "--threshold", "1.5").Code);
}
