using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class DisputesTests(ITestOutputHelper output)
{
    // the flats of the built-in case: 50 from 200 to 300 thousand
    [Fact]
    public void A_lone_number_read_both_ways()
    {
        Assert.Equal((-25.0, -16.7), Rounded(ChangeReading.By(200, 300, 50, down: true)));
        Assert.Equal((-83.3, -75.0), Rounded(ChangeReading.To(200, 300, 50)));
        Assert.True(ChangeReading.Confused(-80, -20));
        Assert.True(ChangeReading.Confused(50, 150));
        Assert.False(ChangeReading.Confused(-40, -20));
        Assert.False(ChangeReading.Confused(-80, 20));

        static (double, double) Rounded((double Low, double High) range) => (Math.Round(range.Low, 1), Math.Round(range.High, 1));
    }

    [Fact]
    public void Of_the_built_in_case()
    {
        var @case = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019")).Case!;
        var found = Disputes.Find(KnownRecord.PublishedBy(@case, DateOnly.MaxValue));
        foreach (var dispute in found)
            output.WriteLine($"{dispute.Kind} {dispute.One} {dispute.Other} {dispute.Event} {dispute.Text} | {@case.Observations.First(o => o.Id == dispute.One).Summary} | {@case.Observations.First(o => o.Id == dispute.Other).Summary}");

        Assert.Contains(found, dispute => dispute is { Kind: "by-or-to", One: "s21-1" or "x01-1", Other: "s21-1" or "x01-1" });
        Assert.Contains(found, dispute => dispute is { Kind: "no-change", One: "s34-6", Other: "s34-7" });
        Assert.Contains(found, dispute => dispute is { Kind: "direction", One: "x103-1", Other: "x104-1" } or { Kind: "direction", One: "x104-1", Other: "x103-1" });
    }

    [Theory]
    [InlineData("2016-06", "2016-07", "2016-08", true)] // known in June, and said to have happened in July
    [InlineData("2016-06", "2016-05", "2016-08", false)]
    [InlineData("2016-06/2016-09", "2016-07", "2016-08", false)] // it may have been published later
    public void A_happening_is_not_known_before_it_happens(string published, string when, string later, bool told)
    {
        var @case = Case(Fall("o1", "r-early") with { Event = "e1", When = Edtf.Parse("2016-05") }, Fall("o2", "r-then", when) with { Event = "e1" }) with
        {
            Reports = [Report("r-early", "gazette", published), Report("r-then", "herald", later)],
        };

        var found = Disputes.Find(KnownRecord.PublishedBy(@case, DateOnly.MaxValue));

        Assert.Equal(told ? ["o1 was published by 2016-06-30, before o2 says that it happened (2016-07)"] : [], found.Where(dispute => dispute.Kind == "date").Select(dispute => dispute.Text));
    }
}
