using Manometer.Model;

namespace Manometer.Cases.Tests;

public class AppraisalTests
{
    private const string Columns = "id,analyst,on,question,objective,p1,p2,p3,p4,p5,rationale\n";

    [Theory]
    [InlineData("50,30,15,5,0")]
    [InlineData("0.5,0.3,0.15,0.05,0")]
    public void Percent_and_probabilities_are_read_alike(string steps)
    {
        var one = Assert.Single(Read($"a-1,jd,2022-06,coerce,the crown yields,{steps},Nothing was signed\n"));

        Assert.Equal(("jd", AppraisalQuestion.Coerce, "the crown yields"), (one.Analyst, one.Question, one.Objective));
        Assert.Equal([.5, .3, .15, .05, 0], one.Probabilities.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void The_contribution_has_four_steps() => Assert.Equal([.1, .2, .3, .4], Assert.Single(Read("a-1,jd,,contribution,,10,20,30,40,,Talks did the rest\n")).Probabilities.Select(p => Math.Round(p, 12)));

    [Fact]
    public void Rounded_percent_may_miss_their_hundred_by_one() => Assert.Equal(1, Assert.Single(Read("a-1,jd,,signal,,33,33,33,0,0,Evenly\n")).Probabilities.Sum(), 1e-12);

    [Theory]
    [InlineData("coerce", "50,30,15,15,0", "a sum of 110", 17)]
    [InlineData("coerce", "50,30,15,5,", "no p5", 28)]
    [InlineData("contribution", "50,30,15,5,0", "a fifth", 34)]
    [InlineData("coerce", "0,0,0,0,0", "a sum of 0", 17)]
    public void What_does_not_spread_one_over_its_steps_is_told_at_its_cell(string question, string steps, string found, int column)
    {
        var fault = Assert.Single(SmallCase.Faults(("appraisals.csv", Columns + $"a-1,jd,,{question},,{steps},Why\n")));

        Assert.Equal(("MAN0425", found, column), (fault.Code, fault.Found, fault.Where.Column));
    }

    [Fact]
    public void An_appraisal_may_be_revised_on_another_day_and_not_on_the_same()
    {
        const string First = "a-1,jd,2022-06-01,signal,,10,20,30,30,10,Why\n";

        Assert.Equal(2, Read(First + "a-2,jd,2022-07-01,signal,,10,20,30,30,10,Why\n").Count);
        Assert.Equal("MAN0426", Assert.Single(SmallCase.Faults(("appraisals.csv", Columns + First + "a-2,jd,2022-06-01,signal,,0,20,30,40,10,Why\n"))).Code);
    }

    [Fact]
    public void Controls_name_sectors_places_and_indicators_that_exist()
    {
        var reading = Header("controls: {sectors: [trade], places: [zenda], indicators: [price], reason: They are not named.}\n");

        Assert.Equal(["MAN0604: zenda"], reading.Diagnostics.Select(fault => $"{fault.Code}: {fault.Found}"));
        Assert.Equal(["trade", "price", "They are not named."], [.. reading.Case!.Header.Controls.Sectors, .. reading.Case.Header.Controls.Indicators, reading.Case.Header.Controls.Reason!]);
        Assert.Equal(["MAN0604: trad"], Header("controls: {sectors: trad}\n").Diagnostics.Select(fault => $"{fault.Code}: {fault.Found}"));
    }

    [Theory]
    [InlineData("trade")]
    [InlineData("all")]
    public void A_sector_that_a_measure_aims_at_is_no_control(string aim)
    {
        var reading = Header("controls: {sectors: [trade, health]}\n", ("measures.csv", $"id,issuer,name,adopted,sectors,status,summary,source_url,verification\nm-1,Council,Decision 1,2021-02-01,{aim},in-force,Bars it,none seen,general-knowledge\n"));

        Assert.Equal(aim == "all" ? 2 : 1, reading.Diagnostics.Count(fault => fault.Code == "MAN0613"));
        Assert.Equal(aim == "all" ? [] : ["health"], reading.Case!.Header.Controls.Sectors);
    }

    private static CaseReading Header(string more, params (string Path, string Text)[] tables)
    {
        var files = new MemoryCaseFiles().Add("case.yaml", SmallCase.Header + more);
        foreach (var (path, text) in tables)
            files.Add(path, text);
        return CaseReader.Read(files, "case");
    }

    private static IReadOnlyList<Appraisal> Read(string rows)
    {
        var reading = CaseReader.Read(SmallCase.Files().Add("appraisals.csv", Columns + rows), "case");
        Assert.Empty(reading.Diagnostics);
        return reading.Case!.Appraisals;
    }
}
