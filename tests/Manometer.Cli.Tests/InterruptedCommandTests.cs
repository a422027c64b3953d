using System.Globalization;
using System.Text;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

public class InterruptedCommandTests
{
    [Fact]
    public void A_fall_by_half_is_found_across_places_and_mixed_dates()
    {
        using var folder = With(Prices(0.5));

        var root = JsonDocument.Parse(ManometerProcess.RunIn(folder.Path, "interrupted", "prices.csv", "--y", "rice", "--place", "city", "--at", "2017-07", "--log", "--json").Output).RootElement;

        var effect = root.GetProperty("effects")[0];
        Assert.Equal(Math.Log(0.5), effect.GetProperty("mean").GetDouble(), 0.1);
        Assert.Equal(2, root.GetProperty("places").GetInt32());
        Assert.Equal(effect.GetProperty("placebo").GetProperty("smallestP").GetDouble(), effect.GetProperty("placebo").GetProperty("p").GetDouble());
        Assert.Equal(3, effect.GetProperty("sensitivity").GetArrayLength());
    }

    [Fact]
    public void No_change_is_told_with_what_it_rules_out()
    {
        using var folder = With(Prices(1));

        var result = ManometerProcess.RunIn(folder.Path, "interrupted", "prices.csv", "--y", "rice", "--place", "city", "--at", "2017-07", "--log");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("it covers 0", result.Output, StringComparison.Ordinal);
        Assert.Contains("has probability below 5 %", result.Output, StringComparison.Ordinal);
        Assert.Contains("placebo dates", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "TOO_FEW", "--y", "rice", "--at", "2031")]
    [InlineData(1, "--at wants a date", "--y", "rice", "--at", "soon")]
    [InlineData(1, "did you mean 'rice'", "--y", "rise", "--at", "2017")]
    [InlineData(1, "--log wants values above 0", "--y", "zero", "--at", "2017-07", "--log")]
    [InlineData(1, "INTERVENTIONS", "--y", "rice", "--at", "2017-07,2017-07")]
    [InlineData(2, "months above 0", "--y", "rice", "--at", "2017-07", "--lag", "-3")]
    public void A_wrong_wish_is_answered(int code, string words, params string[] options)
    {
        using var folder = With(Prices(1));

        var result = ManometerProcess.RunIn(folder.Path, ["interrupted", "prices.csv", .. options]);

        Assert.Equal(code, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    private static string Prices(double after)
    {
        var text = new StringBuilder("date,city,rice,zero\n");
        for (var i = 0; i < 40; i++)
        {
            var day = new DateOnly(2016, 1, 10).AddDays(27 * i);
            var date = i % 5 == 0 ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{date},{(i % 3 == 0 ? "Zenda" : "Strelsau")},{(day >= new DateOnly(2017, 7, 1) ? after : 1) * (i % 3 == 0 ? 5000 : 4000) * (1 + 0.03 * ((7 * i % 11) - 5) / 5):0.0},{i % 4}\n");
        }

        return text.ToString();
    }

    private static TemporaryFolder With(string text)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "prices.csv"), text);
        return folder;
    }
}
