using System.Text.RegularExpressions;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Testing;

namespace Manometer.Publishing.Tests;

public partial class ImpactSectionTests
{
    private static readonly Dictionary<string, CaseAssessment> Cases = new[] { "dprk-2016-2019", "iran-2010-2020", "russia-2012-2022" }
        .ToDictionary(name => name, name => Assessor.Assess(CaseFolder.Read(Repository.Path("cases", name)).Case!, new AssessmentOptions { Program = "test" }), StringComparer.Ordinal);

    [Fact]
    public void Without_a_comparison_there_is_no_section()
    {
        var page = ReportPage.Render(Ruritania.Assessment() with { Impacts = null }, []);

        Assert.DoesNotContain("id=\"impact\"", page);
        Assert.DoesNotContain("href=\"#impact\"", page);
    }

    [Theory]
    [InlineData("dprk-2016-2019")]
    [InlineData("iran-2010-2020")]
    [InlineData("russia-2012-2022")]
    public void The_section_shows_every_estimate_and_every_refusal_without_script(string name)
    {
        var assessment = Cases[name];
        var page = ReportPage.Render(assessment, []);
        var section = Section().Match(page).Value;

        Assert.Contains("href=\"#impact\"", page);
        foreach (var series in assessment.Impacts!.Rows.Where(row => row.Reading != "refused").Select(row => row.Series).Distinct())
            Assert.Contains($"id=\"impact-{series}\"", section);
        foreach (var code in assessment.Impacts.Rows.Select(row => row.Refused?.Code).OfType<string>().Distinct())
            Assert.Contains($"<code>{code}</code>", section);
        Assert.Equal(assessment.Impacts.Rows.Where(row => row.Reading != "refused").Select(row => row.Series).Distinct().Count(), section.Split("<svg class=\"impact\"").Length - 1);
        Assert.DoesNotMatch("(?i)significan|proves|NaN|∞", section);
    }

    [Theory]
    [InlineData("dprk-2016-2019")]
    [InlineData("iran-2010-2020")]
    [InlineData("russia-2012-2022")]
    public void What_is_drawn_lies_within_the_picture(string name)
    {
        foreach (Match path in Paths().Matches(Section().Match(ReportPage.Render(Cases[name], [])).Value))
            foreach (Match point in Points().Matches(path.Groups[1].Value))
            {
                Assert.InRange(double.Parse(point.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 40, 380);
                Assert.InRange(double.Parse(point.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 0, 214);
            }
    }

    [Fact]
    public void The_case_against_tells_what_the_flat_prices_rule_out()
    {
        var assessment = Cases["dprk-2016-2019"];

        Assert.Contains("usd-rate-pyongyang", assessment.Against.First(point => point.Kind == "none-seen").Series);
        Assert.Matches("a fall of more than [0-9]+[^<]{0,10}% or a rise of more than [0-9]+[^<]{0,10}% has a probability of at most 5", ReportPage.Render(assessment, []));
        Assert.Contains("A change beyond the figures beside each has a probability of at most 5", ReportPage.Render(assessment, []));
        Assert.Equal(2, MeasuredEffects.InSentences(assessment).Count);
    }

    // Headline rows, so that a changed number is seen. The relative effects of Iran are within the published paths of the panel: -11, -14, -13, -16 % for 2012 to 2015, -9, -18 % for 2018 and 2019.
    [Theory]
    [InlineData("dprk-2016-2019", "usd-rate-pyongyang@2016-02-18", "interrupted-series", -0.003, -0.019, 0.013, "none-seen")]
    [InlineData("dprk-2016-2019", "rice-price-pyongyang@2016-02-18", "interrupted-series", 0.026, -0.060, 0.120, "none-seen")]
    [InlineData("dprk-2016-2019", "china-trade-total-monthly@2017-11-21", "interrupted-series", -0.493, -0.650, -0.228, "not-settled")]
    [InlineData("dprk-2016-2019", "china-imports-monthly@2018-01-09", "interrupted-series", -0.905, -0.973, -0.600, "not-settled")]
    [InlineData("iran-2010-2020", "gdp-world.IRN@2012-07-01", "synthetic-control", -0.136, -0.191, -0.074, "towards")]
    [InlineData("iran-2010-2020", "gdp-world.IRN@2018-11-04", "synthetic-control", -0.140, -0.170, -0.106, "towards")]
    [InlineData("iran-2010-2020", "rial-rate-last@2018-11-04", "structural-series", 1.530, 0.475, 3.329, "not-settled")]
    [InlineData("russia-2012-2022", "gdp-world.RUS@2014-08-01", "synthetic-control", -0.080, -0.135, -0.007, "not-settled")]
    public void The_headline_rows_keep_their_numbers(string name, string id, string method, double effect, double low, double high, string reading)
    {
        var row = Assert.Single(Cases[name].Impacts!.Rows, row => row.Id == id);

        Assert.Equal((method, reading), (row.Method, row.Reading));
        Assert.Equal(effect, row.Relative!.Effect, 0.0006);
        Assert.Equal(low, row.Relative.Low!.Value, 0.0006);
        Assert.Equal(high, row.Relative.High!.Value, 0.0006);
    }

    [Fact]
    public void The_known_ranks_of_the_panel_are_found_again()
    {
        var test = Assert.Single(Cases["iran-2010-2020"].Impacts!.Rows, row => row.Id == "gdp-world.IRN@2012-07-01").Test!;

        Assert.Equal(("2 of 82", "2 of 101", "12 of 101"), (test.SimilarRank, test.GapRank, test.RatioRank));
    }

    [GeneratedRegex("<section id=\"impact\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<path class=\"(?:outer|inner|expected|observed)\" d=\"([^\"]*)\"")]
    private static partial Regex Paths();

    [GeneratedRegex("[ML](-?[0-9.]+),(-?[0-9.]+)")]
    private static partial Regex Points();
}
