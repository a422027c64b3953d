using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class BreaksCommandTests
{
    private const string Steps = "month,y\n2015-01,3.1\n2015-02,2.9\n2015-03,3.3\n2015-04,2.8\n2015-05,3.0\n2015-06,3.2\n2015-07,7.9\n2015-08,8.2\n2015-09,8.0\n2015-10,7.8\n2015-11,8.1\n2015-12,8.3\n";

    [Fact]
    public void The_Nile_breaks_in_1899_within_the_published_interval()
    {
        var result = ManometerProcess.Run("breaks", Repository.Reference("data", "impact", "nile.csv"), "--y", "flow", "--json");

        var one = Assert.Single(JsonDocument.Parse(result.Output).RootElement.GetProperty("breaks").EnumerateArray());
        Assert.Equal((28, 25, 32, "1899"), (one.GetProperty("index").GetInt32(), one.GetProperty("lower").GetInt32(), one.GetProperty("upper").GetInt32(), one.GetProperty("date").GetString()));
        Assert.Equal("", result.Error);
    }

    [Fact] // weekly medians of the logarithm; first run checked by both exact algorithms
    public void The_free_market_rate_breaks_in_2012_and_2018_among_many_and_the_drift_is_told()
    {
        var file = Repository.Reference("data", "series", "irn_usd_irr_market_daily.csv");

        var root = JsonDocument.Parse(ManometerProcess.Run("breaks", file, "--y", "value", "--log", "--aggregate", "week", "--by", "median", "--json").Output).RootElement;

        var dates = root.GetProperty("breaks").EnumerateArray().Select(one => one.GetProperty("date").GetString()).ToList();
        Assert.Equal(119, dates.Count);
        Assert.Equal(["2012-01-02", "2012-10-01", "2018-05-07"], dates.Where(date => date is "2012-01-02" or "2012-10-01" or "2018-05-07"));
        Assert.Contains(root.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("drifts", StringComparison.Ordinal));
    }

    [Theory] // series that fall to zero: dated by rates, not by logarithms
    [InlineData("syr", "2011-10")]
    [InlineData("irn", "1988-01")]
    public void Imports_that_stop_are_dated_to_the_month(string country, string month)
    {
        var file = Repository.Reference("data", "series", country + "_us_oil_imports_monthly.csv");

        var root = JsonDocument.Parse(ManometerProcess.Run("breaks", file, "--y", "value", "--cost", "poisson", "--json").Output).RootElement;

        var one = Assert.Single(root.GetProperty("breaks").EnumerateArray(), one => one.GetProperty("date").GetString() == month);
        Assert.True(one.GetProperty("meanAfter").GetDouble() < 0.1 * one.GetProperty("meanBefore").GetDouble());
        Assert.Contains(root.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("vary", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_is_found_and_shown()
    {
        using var folder = With(Steps);

        var result = ManometerProcess.RunIn(folder.Path, "breaks", "steps.csv", "--y", "y");

        Assert.Equal(0, result.Code);
        Assert.Contains("1  2015-07", result.Output, StringComparison.Ordinal);
        Assert.Contains("new segment from here", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void A_row_without_a_value_is_left_out_and_still_counted()
    {
        using var folder = With(Steps.Replace("2015-03,3.3", "2015-03,", StringComparison.Ordinal));

        var root = JsonDocument.Parse(ManometerProcess.RunIn(folder.Path, "breaks", "steps.csv", "--y", "y", "--json").Output).RootElement;

        Assert.Equal(1, root.GetProperty("missing").GetInt32());
        Assert.Equal(6, root.GetProperty("breaks")[0].GetProperty("index").GetInt32());
    }

    [Fact]
    public void The_path_holds_every_optimal_number_of_breaks_down_to_none()
    {
        using var folder = With(Steps);

        var path = JsonDocument.Parse(ManometerProcess.RunIn(folder.Path, "breaks", "steps.csv", "--y", "y", "--path", "--json").Output).RootElement.GetProperty("path").EnumerateArray().ToList();

        Assert.Empty(path[^1].GetProperty("breaks").EnumerateArray());
        Assert.Equal([6], path[^2].GetProperty("breaks").EnumerateArray().Select(one => one.GetInt32()));
        for (var i = 1; i < path.Count; i++)
            Assert.Equal(path[i - 1].GetProperty("penaltyTo").GetDouble(), path[i].GetProperty("penaltyFrom").GetDouble());
    }

    [Theory]
    [InlineData(1, "did you mean 'y'", "--y", "yy")]
    [InlineData(2, "--aggregate wants --by", "--y", "y", "--aggregate", "year")]
    [InlineData(2, "between 0 and 1", "--y", "y", "--level", "95")]
    [InlineData(2, "0 or more", "--y", "y", "--penalty", "-1")]
    [InlineData(1, "NOT_COUNTS", "--y", "y", "--cost", "poisson")]
    [InlineData(1, "TOO_SHORT", "--y", "y", "--min-segment", "30")]
    [InlineData(2, "not 'ten'", "--y", "y", "--penalty", "ten")]
    [InlineData(1, "longer than a week", "--y", "y", "--aggregate", "week", "--by", "mean")]
    [InlineData(2, "whole number of 1 or more", "--y", "y", "--min-segment", "x")]
    [InlineData(2, "--y", "--cost", "l2")]
    public void A_wrong_wish_is_answered(int code, string words, params string[] options)
    {
        using var folder = With(Steps);

        var result = ManometerProcess.RunIn(folder.Path, ["breaks", "steps.csv", .. options]);

        Assert.Equal(code, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Manometer.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t,y\n1,5\n")]
    [InlineData("t,y\n1,\n2,\n")]
    [InlineData("t,y\n1,5\n2,5\n3,5\n4,5\n5,5\n")]
    [InlineData("t,y\n1,0\n2,0\n3,1\n4,1\n5,1\n")]
    [InlineData("t,y\n1,1e-12\n2,2e-12\n3,1e-12\n4,2e-12\n")]
    [InlineData("t,y\n1,1e200\n2,-1e200\n3,1e200\n4,1e200\n")]
    public void Small_and_odd_series_end_in_an_answer_and_no_number_that_is_none(string text)
    {
        using var folder = With(text);

        foreach (var options in new[] { new[] { "--path" }, ["--cost", "rank", "--json"] })
        {
            var result = ManometerProcess.RunIn(folder.Path, ["breaks", "steps.csv", "--y", "y", .. options]);
            Assert.True(result.Code is 0 or 1, result.Error);
            Assert.Equal(result.Code == 1, result.Error.Length > 0);
            Assert.DoesNotContain("NaN", result.Output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("a fault of the program", result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(200)]
    public void The_plot_fits_the_width_it_is_given(int width)
    {
        using var text = new StringWriter();
        var y = Enumerable.Range(0, 300).Select(i => i % 50 == 7 ? double.NaN : Math.Sin(i / 20.0) * 1e6 + i).ToArray();

        TerminalPlot.Draw(text, new PlotData { Observed = y, Expected = y, Lower = [.. y.Select(one => one - 3e5)], Upper = [.. y.Select(one => one + 3e5)], Marks = [(150, '1')], LabelAt = i => $"2001-{i}" }, width, colour: false);

        var lines = text.ToString().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
        Assert.Contains(lines, line => line.Contains('░', StringComparison.Ordinal));
        Assert.Contains("2001-299", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_of_nothing_and_of_one_point_is_no_fault()
    {
        foreach (var y in new double[][] { [], [double.NaN], [3], [3, 3, 3] })
        {
            using var text = new StringWriter();
            TerminalPlot.Draw(text, new PlotData { Observed = y, LabelAt = i => "now" }, 80, colour: true);
            Assert.DoesNotContain("NaN", text.ToString(), StringComparison.Ordinal);
        }
    }

    private static TemporaryFolder With(string text)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "steps.csv"), text);
        return folder;
    }
}
