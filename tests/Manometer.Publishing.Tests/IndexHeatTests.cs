using System.Globalization;
using System.Text.RegularExpressions;
using Manometer.Assessment;

namespace Manometer.Publishing.Tests;

public partial class IndexHeatTests
{
    private static readonly PressureIndex Index = new()
    {
        BaselineFirst = "2021-01", BaselineLast = "2021-03", Reports = 9, Copies = 0, Origins = 4, EffectiveOrigins = 3, TooCoarse = 0, OutsideMonths = 0, Series = [], Sources = [], Notices = [],
        Rows = [.. Line("trade", 0, 0.1, 1.2, 2.8, 4), .. Line("food", 0, -0.8, -2, -2, -2)],
    };

    private static IEnumerable<PressureRow> Line(string sector, params double[] means) => means.Select((mean, i) => new PressureRow { Sector = sector, Month = $"2021-0{i + 1}", Mean = mean, Sd = 0.5, Low50 = mean - .3, High50 = mean + .3, Low90 = mean - 1, High90 = mean + 1, Origins = 1 });

    [Fact]
    public void Each_line_fills_its_months_in_runs_of_one_shade_and_the_highest_comes_first()
    {
        var page = ReportPage.Render(Assessor.Assess(Ruritania.Case(), new AssessmentOptions { Program = "test", Pressure = Index }), Ruritania.Outlines);
        var figure = Figure().Match(page).Value;
        var lines = Lines().Matches(figure).Select(match => Runs().Matches(match.Value).Select(run => (At: Number(run, 1), Length: Number(run, 2), Shade: run.Groups[3].Value)).ToList()).ToList();

        Assert.Equal([(0, 2, "n0 unsure"), (2, 1, "w1"), (3, 1, "w3"), (4, 1, "w4")], lines[0]);
        Assert.Equal([(0, 1, "n0 unsure"), (1, 1, "e1 unsure"), (2, 3, "e2")], lines[1]);
        Assert.Contains("highest 4 in May 2021", figure);
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<figure class=\"indexheat\".*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<svg viewBox=\"0 0 5 1\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Lines();

    [GeneratedRegex("<rect x=\"(\\d+)\" width=\"(\\d+)\" height=\"1\" class=\"([^\"]+)\"")]
    private static partial Regex Runs();
}
