using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>The two cases that are there for their numbers: what docs/cases.md says of them is so.</summary>
public partial class NumberCasesTests
{
    private const string Iran = "iran-2010-2020";
    private const string Russia = "russia-2012-2022";

    private static readonly Dictionary<string, CaseReading> Readings = new[] { Iran, Russia }.ToDictionary(name => name, name => CaseFolder.Read(Repository.Path("cases", name)));

    // METHODS: countries under measures, at war or party to a blockade in the window
    private static readonly string[] LeftOut = ["IRN", "RUS", "QAT", "SYR", "IRQ", "VEN", "CUB", "PRK", "MMR", "SDN", "LBY", "YEM", "ZWE", "BLR", "UKR", "SSD", "SAU", "ARE", "BHR", "EGY", "CIV"];

    [Theory]
    [InlineData(Iran, 32, 25, 10)]
    [InlineData(Russia, 28, 22, 12)]
    public void They_check_clean(string name, int measures, int observations, int forecasts)
    {
        var reading = Readings[name];

        Assert.Empty(reading.Diagnostics);
        Assert.Equal((measures, observations, forecasts), (reading.Case!.Measures.Count, reading.Case.Observations.Count, reading.Case.Forecasts.Count));
        var page = File.ReadAllText(Repository.Path("docs", "cases.md"));
        Assert.Contains($"| `{name}` | {measures} | {observations} | {forecasts} |", page, StringComparison.Ordinal);
        Assert.Equal(1, reading.Case.Header.Hypotheses.Sum(story => story.Prior), 1e-12);
        Assert.True(reading.Case.Rivals.Count >= 8);
        Assert.All(reading.Case.Credits, credit => Assert.NotEmpty(credit.Title));
    }

    [Theory]
    [InlineData(Iran, "gdp-world", 100, 16)]
    [InlineData(Iran, "gdp-region", 22, 0)]
    [InlineData(Iran, "us-oil-imports", 2, 2)]
    [InlineData(Russia, "gdp-world", 100, 16)]
    [InlineData(Russia, "usd-rate-last", 17, 0)]
    [InlineData(Russia, "usd-rate-mean", 17, 0)]
    public void A_panel_has_one_treated_member_and_as_many_controls_as_documented(string name, string panel, int controls, int leftOut)
    {
        var members = Panel(name, panel);

        Assert.Single(members, member => member.Treated);
        Assert.Equal(controls, members.Count(member => member is { Treated: false, Excluded: null }));
        Assert.Equal(leftOut, members.Count(member => member.Excluded is { Length: > 0 }));
        Assert.All(members.Where(member => member.Treated).SelectMany(member => member.Measures), id => Assert.Contains(Readings[name].Case!.Measures, measure => measure.Id == id));
    }

    [Theory]
    [InlineData(Iran)]
    [InlineData(Russia)]
    public void Countries_under_measures_or_at_war_are_no_comparison(string name)
    {
        var world = Panel(name, "gdp-world");

        Assert.Empty(world.Where(member => member is { Treated: false, Excluded: null }).Select(member => member.Member).Intersect(LeftOut));
        Assert.All(world.Where(member => member.Excluded is not null), member => Assert.Contains(member.Member!, LeftOut));
    }

    [Fact]
    public void Relief_is_told_from_tightening() =>
        Assert.Equal(["EU-2016-RELIEF", "P5-JPOA", "UN-2231", "US-EO13716", "US-SRE"], Readings[Iran].Case!.Measures.Where(measure => measure.Effect == MeasureEffect.Eases).Select(measure => measure.Id).Order(StringComparer.Ordinal));

    [Theory] // a resolution that rests on the table of output can be read off it
    [InlineData(Iran, "IRN")]
    [InlineData(Russia, "RUS")]
    public void Forecasts_of_growth_are_resolved_by_the_table_of_output(string name, string country)
    {
        var index = Panel(name, "gdp-world").Single(member => member.Member == country).Points.ToDictionary(point => point.Date.ToString(), point => point.Value!.Value);
        var resolved = Readings[name].Case!.Forecasts.Where(forecast => forecast is { Actual: not null, Horizon.Length: 4 } && forecast.Criterion!.Contains("Growth of real GDP", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(resolved);
        Assert.All(resolved, forecast =>
        {
            var year = int.Parse(forecast.Horizon!, CultureInfo.InvariantCulture);
            Assert.Equal(100 * (index[$"{year}"] / index[$"{year - 1}"] - 1), forecast.Actual!.Value, 0.005);
        });
    }

    [Theory]
    [InlineData(Iran, "rial-rate-last", null, "irn_usd_irr_market_daily.csv", "value", 0)]
    [InlineData(Iran, "rial-rate-mean", null, "irn_usd_irr_market_daily.csv", "value", 1)]
    [InlineData(Russia, "usd-rate-last", "RUB", "rus_usd_rub_ecb_daily.csv", "value", 5)]
    [InlineData(Russia, "usd-rate-mean", "RUB", "rus_usd_rub_ecb_daily.csv", "value", 5)]
    [InlineData(Russia, "usd-rate-last", "*", "donor_fx_per_usd_ecb_daily_wide.csv", "*", 5)]
    [InlineData(Russia, "usd-rate-mean", "*", "donor_fx_per_usd_ecb_daily_wide.csv", "*", 5)]
    public void Monthly_rates_are_the_last_and_the_mean_of_the_days_quoted(string name, string series, string? member, string file, string column, int digits)
    {
        var rows = Rows("series", file);
        var last = series.EndsWith("-last", StringComparison.Ordinal);
        foreach (var key in column == "*" ? rows[0].Keys.Where(key => key != "date") : [column])
        {
            var expected = rows.Where(row => row[key].Length > 0).GroupBy(row => row["date"][..7])
                .ToDictionary(month => month.Key, month => last ? Number(month.Last()[key]) : month.Average(row => Number(row[key])));
            var found = member is null ? Readings[name].Case!.Series.Single(one => one.Name == series) : Panel(name, series).Single(one => one.Member == (member == "*" ? key : member));

            Assert.NotEmpty(found.Points);
            Assert.All(found.Points, point => Assert.Equal(expected[point.Date.ToString()], point.Value!.Value, 0.5 * Math.Pow(10, -digits) + 1e-9));
            var end = found.Points[^1].Date.ToString();
            Assert.Equal(expected.Keys.Where(month => string.CompareOrdinal(month, end) <= 0), found.Points.Select(point => point.Date.ToString()));
        }
    }

    [Fact]
    public void Imports_of_oil_are_the_sums_of_the_months()
    {
        // no Assert.All: it would count a skipped comparison as a failed one
        foreach (var member in Panel(Iran, "us-oil-imports"))
        {
            var expected = Rows("series", $"{member.Member!.ToLowerInvariant()}_us_oil_imports_monthly.csv").GroupBy(row => row["date"][..4]).ToDictionary(year => year.Key, year => year.Sum(row => Number(row["value"])));

            Assert.Equal(expected, member.Points.ToDictionary(point => point.Date.ToString(), point => point.Value!.Value));
        }
    }

    [Theory]
    [InlineData(Iran, "gdp-world", 2011)]
    [InlineData(Iran, "gdp-region", 2011)]
    [InlineData(Russia, "gdp-world", 2013)]
    public void Output_is_an_index_of_the_table(string name, string panel, int baseYear)
    {
        var table = Rows("impact", "pwt1001_1980_2019.csv").Where(row => row["rgdpna"] is not ("" or "NA")).ToDictionary(row => (row["isocode"], row["year"]), row => Number(row["rgdpna"]));

        Assert.All(Panel(name, panel), member => Assert.All(member.Points, point =>
            Assert.Equal(100 * table[(member.Member!, point.Date.ToString())] / table[(member.Member!, $"{baseYear}")], point.Value!.Value, 0.00005 + 1e-9)));
    }

    [Theory] // so that what a case computes can be set beside what is known of it
    [InlineData("IRN2012", Iran, "IRN")]
    [InlineData("IRN2018", Iran, "IRN")]
    [InlineData("RUS2014", Russia, "RUS")]
    public void Known_weights_give_the_known_gaps_on_the_figures_of_the_case(string run, string name, string country)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Repository.Reference("data", "impact", "golden_sanctions_scm_pwt1001.json")));
        var known = golden.RootElement.GetProperty(run);
        var before = known.GetProperty("t0").GetInt32() - 1;
        var members = Panel(name, "gdp-world").ToDictionary(member => member.Member!);
        double Log(string member, int year)
        {
            var points = members[member].Points.ToDictionary(point => point.Date.ToString(), point => point.Value!.Value);
            return Math.Log(points[$"{year}"] / points[$"{before}"]);
        }

        Assert.All(known.GetProperty("weights").EnumerateObject(), weight => Assert.Null(members[weight.Name].Excluded));
        foreach (var gap in known.GetProperty("gap").EnumerateObject())
        {
            var year = int.Parse(gap.Name, CultureInfo.InvariantCulture);
            var synthetic = known.GetProperty("weights").EnumerateObject().Sum(weight => weight.Value.GetDouble() * Log(weight.Name, year));
            Assert.Equal(gap.Value.GetDouble(), 100 * (Math.Exp(Log(country, year) - synthetic) - 1), 1e-3);
        }
    }

    private static IReadOnlyList<Series> Panel(string name, string panel) => [.. Readings[name].Case!.Series.Where(series => series.Panel == panel)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(params string[] path)
    {
        var lines = File.ReadAllLines(Repository.Reference(["data", .. path])).Select(line => Comma().Split(line)).ToList();
        var header = lines[0].Select(cell => cell.Trim('"')).ToList();
        return [.. lines.Skip(1).Select(line => header.Select((column, i) => (column, line[i].Trim('"'))).ToDictionary())];
    }

    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex Comma();
}
