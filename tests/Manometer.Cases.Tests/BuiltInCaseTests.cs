using System.Globalization;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>What the documentation says of the built-in case is so.</summary>
public class BuiltInCaseTests
{
    private static readonly CaseReading Reading = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019"));

    private static Case Case => Reading.Case!;

    [Fact]
    public void It_is_clean_but_for_warnings_that_are_true()
    {
        Assert.False(Reading.HasErrors);
        Assert.Equal(["MAN0413", "MAN0414"], Reading.Diagnostics.Select(fault => fault.Code).Distinct().Order());
        Assert.All(Reading.Diagnostics.Where(fault => fault.Code == "MAN0414"), fault => Assert.Equal("Kaechon, North Pyongan", fault.Found));
    }

    /// <summary>Whoever edits the case puts it on record: ./manometer record cases/dprk-2016-2019 --who NAME --note WHY.</summary>
    [Fact]
    public void Its_custody_holds()
    {
        var found = CustodyCheck.Verify(Repository.Path("cases", "dprk-2016-2019"));

        Assert.Empty(found.Diagnostics);
        Assert.NotEmpty(found.Records);
    }

    [Fact]
    public void Every_one_of_the_36_entries_and_the_narrative_is_coded()
    {
        var entries = Case.Observations.Select(observation => observation.Id.Split('-')[0]).Distinct().ToHashSet();

        Assert.All(Enumerable.Range(0, 37), entry => Assert.Contains($"s{entry:00}", entries));
        Assert.All(Enumerable.Range(1, 31), claim => Assert.Contains($"n{claim:00}", entries));
    }

    [Fact]
    public void The_source_is_a_selector_with_a_lean_and_its_reports_are_of_other_sources()
    {
        var selectors = Case.Sources.Where(source => source.Kind == SourceKind.Selector).ToDictionary(source => source.Id, source => source.Lean, StringComparer.Ordinal);

        Assert.Equal(new Dictionary<string, Lean> { ["freekorea"] = Lean.More, ["own-search"] = Lean.None }, selectors);
        Assert.True(Case.Reports.Where(report => report.Selector == "freekorea").Select(report => report.Source).Distinct().Count() >= 5);
    }

    [Fact]
    public void The_second_body_comes_from_many_sources_each_with_an_address_within_the_record()
    {
        var reports = Case.Reports.Where(report => report.Selector == "own-search").ToDictionary(report => report.Id, StringComparer.Ordinal);
        var observations = Case.Observations.Where(observation => reports.ContainsKey(observation.Report)).ToList();

        Assert.True(observations.Count >= 120);
        Assert.True(reports.Values.Select(report => report.Source).Distinct().Count() >= 40);
        Assert.All(reports.Values, report => Assert.NotEqual("none seen", report.Url));
        Assert.All(reports.Values, report => Assert.True(report.Published.LastDay <= new DateOnly(2019, 4, 30), report.Id));
        Assert.DoesNotContain(reports.Values, report => report.Url.Contains("freekorea.us", StringComparison.Ordinal));
        Assert.All([Direction.Up, Direction.Down, Direction.None], direction => Assert.True(observations.Count(observation => observation.Direction == direction) >= 40));
    }

    [Fact]
    public void Every_report_of_the_second_body_is_named_once_among_the_queries()
    {
        var queries = File.ReadAllLines(Repository.Path("docs", "data", "dprk-search-queries.csv")).Skip(1).ToList();
        var named = queries.SelectMany(line => line[(line.LastIndexOf(',') + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var coded = Case.Reports.Where(report => report.Selector == "own-search").Select(report => report.Id.Split('-')[1]).ToList();

        Assert.Equal(coded.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Repository.Path("docs", "case-dprk.md"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"**The queries**, {queries.Count} in all"), page, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{coded.Count} reports from {Case.Reports.Where(report => report.Selector == "own-search").Select(report => report.Url).Distinct().Count()} pages were coded"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Mechanisms_challenges_and_forecasts_are_as_many_as_asked()
    {
        Assert.True(Case.Mechanisms.Count >= 15);
        Assert.Contains(Case.Mechanisms, mechanism => mechanism.Evidence.Count == 0);
        Assert.True(Case.Challenges.Count >= 19);
        Assert.True(Case.Forecasts.Count >= 39);
        Assert.Equal(43, Case.Measures.Count);
        Assert.Equal(488, Case.Series.Sum(series => series.Points.Count));
    }

    [Theory] // the figures of docs/case-dprk.md
    [InlineData("carries", 156, 90, 0.77)]
    [InlineData("direction", 97, 91, 0.67)]
    [InlineData("sector", 156, 83, 0.82)]
    [InlineData("kind", 156, 73, 0.61)]
    [InlineData("month", 156, 92, 0.92)]
    [InlineData("indicator", 97, 77, 0.75)]
    [InlineData("tie", 97, 40, 0.17)]
    public void The_agreement_of_the_two_codings_is_as_documented(string question, int pairs, int percent, double alpha)
    {
        var lines = File.ReadAllLines(Repository.Path("docs", "data", "dprk-coding-agreement.csv")).Select(line => line.Split(',')).ToList();
        var (one, two) = (Array.IndexOf(lines[0], question + "_1"), Array.IndexOf(lines[0], question + "_2"));
        var (direction1, direction2) = (Array.IndexOf(lines[0], "direction_1"), Array.IndexOf(lines[0], "direction_2"));
        var bothCarry = question is "direction" or "indicator" or "tie";
        var found = lines.Skip(1).Where(row => !bothCarry || (row[direction1] != "" && row[direction2] != "")).Select(row => (row[one], row[two])).ToList();

        Assert.Equal(pairs, found.Count);
        Assert.Equal(percent, (int)Math.Round(100.0 * found.Count(pair => pair.Item1 == pair.Item2) / found.Count));
        Assert.Equal(alpha, Alpha(found), 0.005);
        Assert.Contains($"| {pairs} | {percent} % | {alpha:0.00} |", File.ReadAllText(Repository.Path("docs", "case-dprk.md")), StringComparison.Ordinal);
    }

    [Fact] // worse against better is a greater difference than worse against no change
    public void The_direction_of_pressure_agrees_more_when_its_order_counts()
    {
        var lines = File.ReadAllLines(Repository.Path("docs", "data", "dprk-coding-agreement.csv")).Select(line => line.Split(',')).ToList();
        var (one, two) = (Array.IndexOf(lines[0], "direction_1"), Array.IndexOf(lines[0], "direction_2"));
        var pairs = lines.Skip(1).Where(row => row[one] != "" && row[two] != "").Select(row => (int.Parse(row[one], CultureInfo.InvariantCulture), int.Parse(row[two], CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(0.81, OrdinalAlpha(pairs), 0.005);
        Assert.Contains("ordinal alpha 0.81", File.ReadAllText(Repository.Path("docs", "case-dprk.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_first_coding_is_paired_once_and_every_pair_is_in_the_second()
    {
        var pairs = File.ReadAllLines(Repository.Path("docs", "data", "dprk-coding-agreement.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var second = File.ReadAllLines(Repository.Path("docs", "data", "dprk-second-coding.csv")).Skip(1).Select(line => line.Split(',')).Select(row => (row[0], row[1])).ToHashSet();

        Assert.Equal(156, pairs.Select(row => row[1]).Distinct().Count());
        Assert.Equal(156, pairs.Select(row => (row[0], row[2])).Distinct().Count());
        Assert.All(pairs, row => Assert.Contains((row[0], row[2]), second));
        var ids = Case.Observations.Select(observation => observation.Id).ToHashSet();
        Assert.All(pairs, row => Assert.Contains(row[1], ids));
    }

    // Krippendorff (2011), ordinal data: the squared number of values ranked between two, those at the ends counting half
    private static double OrdinalAlpha(List<(int One, int Two)> pairs)
    {
        var counts = new SortedDictionary<int, int>(pairs.SelectMany(pair => new[] { pair.One, pair.Two }).CountBy(value => value).ToDictionary());
        var n = (double)counts.Values.Sum();
        double Distance(int a, int b) => Math.Pow(counts.Where(count => count.Key >= Math.Min(a, b) && count.Key <= Math.Max(a, b)).Sum(count => count.Value) - (counts[a] + counts[b]) / 2.0, 2);
        var observed = pairs.Average(pair => Distance(pair.One, pair.Two));
        var expected = counts.Keys.SelectMany(a => counts.Keys.Select(b => counts[a] * (double)counts[b] * Distance(a, b))).Sum() / (n * (n - 1));
        return 1 - observed / expected;
    }

    // Krippendorff (2011), nominal data, two coders, none missing: 1 - observed disagreement / expected disagreement
    private static double Alpha(List<(string One, string Two)> pairs)
    {
        var counts = pairs.SelectMany(pair => new[] { pair.One, pair.Two }).CountBy(value => value).Select(count => (double)count.Value).ToList();
        var n = counts.Sum();
        var observed = (double)pairs.Count(pair => pair.One != pair.Two) / pairs.Count;
        var expected = 1 - counts.Sum(count => count * (count - 1)) / (n * (n - 1));
        return 1 - observed / expected;
    }
}
