using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class VerdictCommandTests
{
    [Fact]
    public void A_drawn_case_checks_clean_and_its_verdict_has_every_field()
    {
        using var folder = new TemporaryFolder();
        var drawn = ManometerProcess.RunIn(folder.Path, "simulate", "--world", "bite", "--reports", "60", "--seed", "5", "--out", "drawn");
        Assert.Equal((0, ""), (drawn.Code, drawn.Error));
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "drawn").Code);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "drawn", "truth.json")));
        Assert.Equal(1.5, truth.RootElement.GetProperty("effect").GetDouble());

        var result = ManometerProcess.RunIn(folder.Path, "verdict", "drawn", "--json");
        Assert.Equal((0, ""), (result.Code, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        foreach (var field in (string[])["bite", "outcome", "contribution", "hypotheses", "curve", "flipSet", "power", "beatsBaselines", "warnings"])
            Assert.True(root.TryGetProperty(field, out _), field);
        foreach (var field in (string[])["probability", "low", "high", "word"])
            Assert.True(root.GetProperty("bite").TryGetProperty(field, out _), field);

        // kept: the second answer is the first, and reads back whole
        Assert.Equal(result.Output, ManometerProcess.RunIn(folder.Path, "verdict", "drawn", "--json").Output);
        var kept = Directory.GetFiles(Path.Combine(folder.Path, "drawn", ".manometer", "fitted"), "verdict-full.*.json");
        Assert.Single(kept);
        File.WriteAllText(kept[0], "{ broken");
        Assert.Equal(result.Output, ManometerProcess.RunIn(folder.Path, "verdict", "drawn", "--json").Output);
    }

    [Fact]
    public void Every_row_of_the_index_is_of_one_line_and_holds_its_bands_in_order()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "simulate", "--world", "gaps", "--reports", "60", "--out", "drawn");

        var result = ManometerProcess.RunIn(folder.Path, "pressure", "drawn", "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        foreach (var row in json.RootElement.GetProperty("rows").EnumerateArray())
        {
            double[] ends = [.. ((string[])["low90", "low50", "mean", "high50", "high90"]).Select(name => row.GetProperty(name).GetDouble())];
            Assert.Equal(ends.Order(), ends);
        }
    }

    [Fact]
    public void Assess_prints_the_verdict_in_six_lines()
    {
        using var folder = new TemporaryFolder();
        ManometerProcess.RunIn(folder.Path, "new", "case");

        var lines = ManometerProcess.RunIn(folder.Path, "assess", "case").Output.Split('\n');

        var first = Array.FindIndex(lines, line => line.StartsWith("Bite ", StringComparison.Ordinal));
        Assert.Equal(["Bite", "Outcome", "Contribution", "What", "Power", "Foretelling"], lines.Skip(first).Take(6).Select(line => line.Split(' ')[0]));
        Assert.Contains("not identifiable from these data", lines[first], StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_that_is_none_is_answered_with_the_nearest()
    {
        var result = ManometerProcess.Run("simulate", "--world", "byte", "--out", "nowhere");

        Assert.Equal(2, result.Code);
        Assert.Contains("did you mean 'bite'?", result.Error, StringComparison.Ordinal);
    }
}
