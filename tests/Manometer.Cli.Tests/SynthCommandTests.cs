using System.Globalization;
using System.Text;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class SynthCommandTests
{
    private static readonly string[] Columns = ["synth", "regions.csv", "--unit", "region", "--time", "year", "--outcome", "output"];

    [Fact]
    public void California_prints_the_published_weights_gaps_and_ranks()
    {
        var root = Json(ManometerProcess.Run("synth", Repository.Reference("data", "impact", "smoking_tidysynth.csv"), "--unit", "state", "--time", "year", "--outcome", "cigsale", "--treated", "California", "--at", "1989", "--json"));

        // design/METHODS.md 2.2
        Assert.Equal(.3939080236, root.GetProperty("weights").GetProperty("Utah").GetDouble(), 1e-9);
        Assert.Equal(1.6564002069, root.GetProperty("preRmspe").GetDouble(), 1e-9);
        Assert.Equal(-19.5136297640, root.GetProperty("att").GetDouble(), 1e-8);
        Assert.Equal(-26.59664316816697, root.GetProperty("gap").GetProperty("2000").GetDouble(), 1e-8);
        var ranks = root.GetProperty("placebo").GetProperty("ranks");
        Assert.Equal((3, 39), Rank(ranks.GetProperty("ratio")));
        Assert.Equal((2, 39), Rank(ranks.GetProperty("gap").GetProperty("down")));
        Assert.Equal((1, 29), Rank(ranks.GetProperty("similar").GetProperty("down")));
        Assert.Equal(["DONORS_GE_PREYEARS"], root.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
    }

    [Fact]
    public void Qatar_is_refused_and_shown()
    {
        var file = Repository.Reference("data", "impact", "pwt1001_1980_2019.csv");
        var result = ManometerProcess.Run("synth", file, "--unit", "isocode", "--time", "year", "--outcome", "rgdpna", "--treated", "QAT", "--at", "2017", "--since", "1995", "--as", "index", "--donors", "MLI,ETH,LBR,BEL,CAN", "--direction", "down");

        Assert.Equal(0, result.Code);
        Assert.Contains("REFUSED as evidence", result.Output, StringComparison.Ordinal);
        Assert.Contains("refusal PRE_FIT_BAD", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panel_is_read_and_its_effect_is_shown()
    {
        using var folder = With(Panel());

        var result = ManometerProcess.RunIn(folder.Path, [.. Columns, "--treated", "west", "--at", "2018", "--direction", "down", "--rival", "a drought"]);

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.Code);
        Assert.Contains("output of West in regions.csv, treated from 2018: 18 times before, 6 from then on; 6 donors", result.Output, StringComparison.Ordinal);
        Assert.Contains("Weights: A 0.", result.Output, StringComparison.Ordinal);
        Assert.Contains("a drought", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("synth")]
    [InlineData("sdid")]
    [InlineData("ridge")]
    public void Every_method_answers_in_one_document_without_a_number_that_is_none(string method)
    {
        using var folder = With(Panel());

        var result = ManometerProcess.RunIn(folder.Path, [.. Columns, "--treated", "West", "--at", "2018", "--method", method, "--json"]);

        var root = Json(result);
        Assert.Equal(method, root.GetProperty("method").GetString());
        Assert.InRange(root.GetProperty("att").GetDouble(), -16, -8); // 12 was taken off
        Assert.Equal(24, root.GetProperty("gap").EnumerateObject().Count());
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictors_are_matched_and_weighed()
    {
        using var folder = With(Panel());

        var root = Json(ManometerProcess.RunIn(folder.Path, [.. Columns, "--treated", "West", "--at", "2018", "--predictors", "rain", "output:2000..2005", "output:2010/2017", "--no-placebos", "--json"]));

        Assert.Equal(["rain 2000..2017", "output 2000..2005", "output 2010, 2017"], root.GetProperty("predictors").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(1, root.GetProperty("predictors").EnumerateArray().Sum(one => one.GetProperty("weight").GetDouble()), 1e-9);
        Assert.True(root.GetProperty("search").GetProperty("loss").GetDouble() >= root.GetProperty("search").GetProperty("lowerBound").GetDouble() - 1e-9);
    }

    [Fact]
    public void Donors_that_are_dropped_affected_or_incomplete_are_told_with_the_reason()
    {
        using var folder = With(string.Join('\n', Panel().Split('\n').Select(line => line.StartsWith("D,2003,", StringComparison.Ordinal) ? "D,2003,,1" : line)));

        var root = Json(ManometerProcess.RunIn(folder.Path, [.. Columns, "--treated", "West", "--at", "2018", "--drop", "E", "--affected", "F", "--json"]));

        Assert.Equal([("D", "misses 2003"), ("E", "left out by choice"), ("F", "is itself affected by the treatment")], root.GetProperty("dropped").EnumerateObject().Select(one => (one.Name, one.Value.GetString()!)));
        Assert.Contains("ROLE_FORBIDDEN", root.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
    }

    [Fact]
    public void Units_treated_at_different_dates_are_told_by_time_since_then()
    {
        using var folder = With(Panel());

        string[] question = [.. Columns, "--treated", "West@2018", "--treated", "C@2020", "--direction", "down"];
        var root = Json(ManometerProcess.RunIn(folder.Path, [.. question, "--json"]));
        var text = ManometerProcess.RunIn(folder.Path, question).Output;

        var (west, c) = (root.GetProperty("units")[0], root.GetProperty("units")[1]);
        Assert.Equal(("West", "2018", "C", "2020"), (west.GetProperty("unit").GetString(), west.GetProperty("at").GetString(), c.GetProperty("unit").GetString(), c.GetProperty("at").GetString()));
        Assert.InRange(west.GetProperty("att").GetDouble(), -16, -8); // 12 was taken off West, nothing off C
        Assert.InRange(c.GetProperty("att").GetDouble(), -5, 5);
        Assert.False(c.GetProperty("weights").TryGetProperty("West", out _)); // treated by then
        Assert.Equal(4, root.GetProperty("effects").GetArrayLength()); // as many times as the last unit has
        var rank = root.GetProperty("placebo").GetProperty("ranks").GetProperty("headline");
        Assert.Equal(1 + 5 * 4, rank.GetProperty("of").GetInt32());
        Assert.Contains("2 units treated at different dates", text, StringComparison.Ordinal);
        Assert.Contains($"rank {rank.GetProperty("rank").GetInt32()} of 21", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_are_named_as_in_the_file()
    {
        var text = new StringBuilder("unit,month,y\n");
        foreach (var unit in new[] { "a", "b", "c", "d" })
            for (var t = 0; t < 20; t++)
                text.Append(CultureInfo.InvariantCulture, $"{unit},{2015 + t / 12}-{t % 12 + 1:00},{(unit[0] * 31 + t * t * 7) % 23 + t}\n");
        using var folder = With(text.ToString());

        var root = Json(ManometerProcess.RunIn(folder.Path, "synth", "regions.csv", "--unit", "unit", "--time", "month", "--outcome", "y", "--treated", "a", "--at", "2016", "--json"));

        Assert.Equal("2016-01", root.GetProperty("at").GetString());
        Assert.Equal("2015-01", root.GetProperty("gap").EnumerateObject().First().Name);
    }

    [Theory]
    [InlineData(1, "did you mean 'West'", "--treated", "Wset", "--at", "2018")]
    [InlineData(2, "--at wants a time such as 2023", "--treated", "West", "--at", "x18")]
    [InlineData(1, "NO_PERIOD", "--treated", "West", "--at", "2000")]
    [InlineData(1, "NO_PERIOD", "--treated", "West", "--at", "2030")]
    [InlineData(1, "did you mean 'rain'", "--treated", "West", "--at", "2018", "--predictors", "rian")]
    [InlineData(1, "reaches into the time from 2018 on", "--treated", "West", "--at", "2018", "--predictors", "rain:2010..2019")]
    [InlineData(2, "is no number", "--treated", "West", "--at", "2018", "--predictors", "rain", "--predictor-weights", "a")]
    [InlineData(1, "as many numbers", "--treated", "West", "--at", "2018", "--predictors", "rain", "--predictor-weights", "1,2")]
    [InlineData(1, "no predictors", "--treated", "West", "--at", "2018", "--predictor-weights", "1,2")]
    [InlineData(1, "ROLE_FORBIDDEN", "--treated", "West", "--at", "2018", "--donors", "A,B", "--affected", "A")]
    [InlineData(2, "--treated", "--at", "2018")]
    [InlineData(2, "when was 'West' treated?", "--treated", "West")]
    [InlineData(2, "when was 'A' treated?", "--treated", "West@2018", "--treated", "A")]
    [InlineData(2, "--predictors is not for units treated at different dates", "--treated", "West@2018", "--predictors", "rain")]
    [InlineData(2, "--as log", "--treated", "West@2018", "--as", "index")]
    [InlineData(1, "did you mean 'West'", "--treated", "Wets@2018")]
    [InlineData(1, "NO_DONORS", "--treated", "West@2018", "--drop", "A,B,C,D,E,F")]
    public void A_wrong_wish_is_answered(int code, string words, params string[] options)
    {
        using var folder = With(Panel());

        var result = ManometerProcess.RunIn(folder.Path, [.. Columns, .. options]);

        Assert.Equal(code, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Manometer.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_stands_twice_is_named()
    {
        using var folder = With(Panel() + "A,2003,7,1\n");

        var result = ManometerProcess.RunIn(folder.Path, [.. Columns, "--treated", "West", "--at", "2018"]);

        Assert.Equal(1, result.Code);
        Assert.Contains("A has two rows at 2003", result.Error, StringComparison.Ordinal);
    }

    /// <summary>West is half A, three tenths B, two tenths C, and loses 12 from 2018 on.</summary>
    private static string Panel()
    {
        var text = new StringBuilder("region,year,output,rain\n");
        for (var t = 0; t < 24; t++)
        {
            double[] values = [100 + 2 * t + t * 7 % 5, 80 + 3 * t + t * 5 % 7, 140 - t + t * 3 % 4, 120 + t * 11 % 9, 60 + t + t * 13 % 6, 90 + 2 * t + t * 17 % 8];
            var west = .5 * values[0] + .3 * values[1] + .2 * values[2] + t * 19 % 3 - (t >= 18 ? 12 : 0);
            text.Append(CultureInfo.InvariantCulture, $"West,{2000 + t},{west},{t * 5 % 11}\n");
            for (var j = 0; j < values.Length; j++)
                text.Append(CultureInfo.InvariantCulture, $"{(char)('A' + j)},{2000 + t},{values[j]},{(t + 2 * j) * 7 % 13}\n");
        }

        return text.ToString();
    }

    private static (int, int) Rank(JsonElement rank) => (rank.GetProperty("rank").GetInt32(), rank.GetProperty("of").GetInt32());

    private static JsonElement Json(ManometerProcess.Result result)
    {
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.Code);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    private static TemporaryFolder With(string panel)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "regions.csv"), panel);
        return folder;
    }
}
