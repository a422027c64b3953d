using System.Globalization;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class ImpactCommandTests
{
    [Fact] // METHODS of the reference, w1: 10.518940 (.363509) [9.805550, 11.232485]
    public void The_vignette_has_its_published_effect()
    {
        var root = Json("impact", Repository.Reference("data", "impact", "w1_vignette100.csv"), "--y", "y", "--x", "x1", "--pre-end", "70", "--post-start", "71", "--json");

        var average = root.GetProperty("average");
        foreach (var (name, value) in new[] { ("effect", 10.518940), ("sd", 0.363509), ("lower", 9.805550), ("upper", 11.232485) })
            Assert.Equal(value, average.GetProperty(name).GetDouble(), 2e-6);
        Assert.Equal(30 * average.GetProperty("effect").GetDouble(), root.GetProperty("cumulative").GetProperty("effect").GetDouble(), 1e-9);
        Assert.Equal(0.0987411, root.GetProperty("relativeMean").GetDouble(), 2e-5);
        Assert.True(root.GetProperty("p").GetDouble() < 1e-6);
        Assert.Equal(1, root.GetProperty("inclusion").GetProperty("x1").GetDouble());
        Assert.Equal(30, root.GetProperty("points").GetArrayLength());
        Assert.Equal(1, root.GetProperty("placebo").GetProperty("rank").GetInt32());
    }

    [Fact] // CausalImpact 1.4.1, 10,000 draws: -639.2 (746.2), p .1925, inclusion .828 .913 .487
    public void Daily_dates_give_what_the_reference_gives()
    {
        var root = Json("impact", Repository.Reference("data", "impact", "comparison_data.csv"), "--y", "CHANGED", "--x", "NOT_CHANGED_1,NOT_CHANGED_2,NOT_CHANGED_3", "--pre-end", "2019-07-14", "--post-start", "2019-07-15", "--post-end", "2019-08-01", "--json");

        Assert.Equal(-639.2, root.GetProperty("average").GetProperty("effect").GetDouble(), 30.0);
        Assert.Equal(746.2, root.GetProperty("average").GetProperty("sd").GetDouble(), 22.0);
        Assert.Equal(0.1925, root.GetProperty("p").GetDouble(), 0.016);
        foreach (var (name, value) in new[] { ("NOT_CHANGED_1", 0.828), ("NOT_CHANGED_2", 0.913), ("NOT_CHANGED_3", 0.487) })
            Assert.Equal(value, root.GetProperty("inclusion").GetProperty(name).GetDouble(), 0.02);
    }

    [Fact]
    public void Missing_months_are_counted_and_nothing_is_filled_in()
    {
        using var folder = With(Months(leaveOut: [5, 20]));

        var root = Json(folder, "impact", "m.csv", "--y", "y", "--pre-end", "2017-06", "--post-start", "2017-09", "--season", "3", "--json");

        Assert.Equal(2, root.GetProperty("rows").GetProperty("missingBefore").GetInt32());
        Assert.Equal(2, root.GetProperty("rows").GetProperty("gap").GetInt32());
        Assert.Equal("2017-09", root.GetProperty("periods").GetProperty("postStart").GetString());
        Assert.InRange(root.GetProperty("average").GetProperty("effect").GetDouble(), 3, 7);
    }

    [Fact]
    public void A_reader_gets_a_picture_and_a_table()
    {
        using var folder = With(Months());

        var result = ManometerProcess.RunIn(folder.Path, "impact", "m.csv", "--y", "y", "--x", "x", "--pre-end", "2017-08", "--post-start", "2017-09");

        Assert.Equal((0, ""), (result.Code, result.Error));
        foreach (var words in new[] { "fitted, then predicted", "credible interval", "average", "cumulative", "relative", "Placebo dates", "If the level wanders" })
            Assert.Contains(words, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("significant", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "did you mean", "--y", "yy", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(1, "./manometer impact m.csv --y y --pre-end", "--y", "yy", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(1, "--y COLUMN --pre-end", "--y", "price-of-rice", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(1, "PERIODS", "--y", "y", "--pre-end", "2017-08", "--post-start", "2017-05")]
    [InlineData(1, "after the last row", "--y", "y", "--pre-end", "2017-08", "--post-start", "2031-05")]
    [InlineData(1, "--pre-end wants", "--y", "y", "--pre-end", "soon", "--post-start", "2017-05")]
    [InlineData(1, "COVARIATE_MISSING", "--y", "y", "--x", "gap", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(1, "Y_CONSTANT", "--y", "same", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(2, "named twice", "--y", "y", "--x", "y", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(2, "--season wants", "--y", "y", "--season", "1", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(2, "--level-sd wants", "--y", "y", "--level-sd", "0", "--pre-end", "2017-08", "--post-start", "2017-09")]
    [InlineData(2, "--post-start", "--y", "y", "--pre-end", "2017-08")]
    public void A_wrong_wish_is_answered(int code, string words, params string[] options)
    {
        using var folder = With(Months());

        var result = ManometerProcess.RunIn(folder.Path, ["impact", "m.csv", .. options]);

        Assert.Equal(code, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Manometer.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Uneven_dates_are_refused_until_a_rule_gathers_them()
    {
        var step = 5;
        var day = new DateOnly(2015, 1, 1);
        var lines = new List<string> { "day,y" };
        for (var i = 0; i < 200; i++)
        {
            step = step * 7 % 13;
            day = day.AddDays(step);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{10 + step * i % 5}"));
        }

        using var folder = With(string.Join('\n', lines) + "\n");
        string[] options = ["impact", "m.csv", "--y", "y", "--pre-end", "2017-01", "--post-start", "2017-02", "--json"];

        var refused = ManometerProcess.RunIn(folder.Path, options);
        Assert.Equal(1, refused.Code);
        Assert.Contains("--aggregate month", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, [.. options, "--aggregate", "month", "--by", "mean"]).Code);
    }

    private static string Months(params int[] leaveOut)
    {
        var text = "month,y,x,gap,same\n";
        for (var i = 0; i < 48; i++)
            if (!leaveOut.Contains(i))
                text += string.Create(CultureInfo.InvariantCulture, $"{2014 + i / 12}-{1 + i % 12:00},{50 + 3 * Math.Sin(i * 0.7) + (i % 3) + (i >= 44 ? 5 : 0)},{20 + 2 * Math.Sin(i * 0.7) + 0.1 * (i * 7 % 5)},{(i == 9 ? "" : "1")},4\n");
        return text;
    }

    private static TemporaryFolder With(string text)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "m.csv"), text);
        return folder;
    }

    private static JsonElement Json(params string[] arguments) => Parsed(ManometerProcess.Run(arguments));

    private static JsonElement Json(TemporaryFolder folder, params string[] arguments) => Parsed(ManometerProcess.RunIn(folder.Path, arguments));

    private static JsonElement Parsed(ManometerProcess.Result result)
    {
        Assert.Equal((0, ""), (result.Code, result.Error));
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
