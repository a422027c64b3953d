using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>The seven runs of design/METHODS.md 2.2 on Penn World Table 10.01; weights and gaps in golden_sanctions_scm_pwt1001.json.</summary>
public class SanctionsTableTests
{
    private static readonly string[] Region = ["DZA", "BHR", "EGY", "JOR", "KWT", "LBN", "MAR", "OMN", "QAT", "SAU", "TUN", "TUR", "ARE", "IDN", "NGA", "ECU", "GAB", "AGO", "MYS", "MEX", "KAZ", "AZE"];

    public static TheoryData<string, int, int, int, int[], int, double, FlagSeverity?> Table() => new()
    {
        // treated, from, first, last; ranks: ratio, either, down, similar either, similar down, number of similar; donors; pre-fit; flag
        { "IRN", 2012, 1990, 2015, [12, 5, 2, 4, 2, 82], 100, .41, null },
        { "IRN", 2018, 1995, 2019, [7, 1, 1, 1, 1, 89], 100, .60, null },
        { "RUS", 2014, 1996, 2019, [45, 11, 6, 6, 4, 87], 100, .37, null },
        { "QAT", 2017, 1995, 2019, [81, 2, 2, 2, 2, 101], 100, 2.59, FlagSeverity.Refusal },
        { "VEN", 2017, 1990, 2019, [14, 1, 1, 1, 1, 99], 100, 1.49, FlagSeverity.Warning },
        { "IRQ", 1990, 1980, 2000, [73, 5, 4, 4, 4, 100], 100, .58, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_table_of_runs_is_met_in_every_gap_and_rank(string treated, int from, int first, int last, int[] ranks, int donors, double preFit, FlagSeverity? flag)
    {
        var result = SynthData.Country(treated, from, first, last).Fit();

        using var json = JsonDocument.Parse(File.ReadAllText(Repository.Reference("data", "impact", "golden_sanctions_scm_pwt1001.json")));
        var golden = json.RootElement.GetProperty($"{treated}{from}");
        foreach (var point in result.Path.Where(point => point.IsPost))
            Assert.Equal(golden.GetProperty("gap").GetProperty($"{point.Time}").GetDouble(), 100 * (Math.Exp(point.Gap) - 1), 1e-6);
        foreach (var weight in golden.GetProperty("weights").EnumerateObject())
            Assert.Equal(weight.Value.GetDouble(), result.Weights.Single(one => one.Unit == weight.Name).Weight, 1e-8);
        Assert.Equal(golden.GetProperty("pre_rmspe").GetDouble(), result.PreRmspe, 1e-12);
        Assert.Equal(donors, result.DonorCount);
        Assert.Equal(preFit, result.PreFit, 0.005);
        Assert.True(result.KktResidual <= 1e-9);
        var placebo = result.Placebo!;
        Assert.Equal(ranks, (int[])[placebo.Ratio.Rank, placebo.Gap.Either.Rank, placebo.Gap.Down.Rank, placebo.SimilarGap.Either.Rank, placebo.SimilarGap.Down.Rank, placebo.SimilarGap.Down.Of]);
        Assert.Equal(flag, result.Flags.FirstOrDefault(one => one.Flag == SynthFlagCode.PreFitBad)?.Severity);
        Assert.Equal(flag == FlagSeverity.Refusal, result.IsRefused);
        Assert.Contains(result.Flags, one => one.Code == "DONORS_GE_PREYEARS");
    }

    [Fact]
    public void With_donors_of_its_region_Iran_is_first_by_every_rank()
    {
        var result = SynthData.Country("IRN", 2012, 1995, 2015, Region).Fit();

        Assert.Equal(.011984, result.PreRmspe, 5e-7);
        Assert.Equal([-11.2, -14.4, -14.0, -18.1], result.Path.Where(point => point.IsPost).Select(point => Math.Round(100 * (Math.Exp(point.Gap) - 1), 1)));
        Assert.Equal(.46, result.PreFit, 0.005);
        var placebo = result.Placebo!;
        Assert.Equal([(1, 23), (1, 23), (1, 23), (1, 12), (1, 12)], new[] { placebo.Ratio, placebo.Gap.Either, placebo.Gap.Down, placebo.SimilarGap.Either, placebo.SimilarGap.Down }.Select(one => (one.Rank, one.Of)));
    }
}
