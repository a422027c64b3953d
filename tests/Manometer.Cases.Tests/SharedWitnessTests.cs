namespace Manometer.Cases.Tests;

/// <summary>One voice in two papers is one voice.</summary>
public class SharedWitnessTests
{
    [Theory]
    [InlineData("A. Hope > Gazette", "A. Hope > Herald", "2021-10", "2019-10", "", "", true)] // a name is the same after years
    [InlineData("a trader > Gazette", "A trader > Herald", "2021-10", "2021-11", "", "", true)]
    [InlineData("a trader > Gazette", "a trader > Herald", "2021-10", "2022-10", "", "", false)] // some trader or other
    [InlineData("a trader > Gazette", "a miner > Herald", "2021-10", "2021-11", "", "", false)]
    [InlineData("A. Hope > Gazette", "A. Hope > Herald", "2021-10", "2021-11", "hope", "hope", false)]
    [InlineData("A. Hope > Gazette", "A. Hope > Herald", "2021-10", "2021-11", "hope", "", true)]
    [InlineData("Herald > Gazette", "Herald", "2021-10", "2021-11", "", "", false)] // the first counts as the Herald's
    [InlineData("Gazette", "Herald", "2021-10", "2021-11", "", "", false)]
    public void Two_reports_of_one_witness_under_two_origins_are_warned_about(string chain1, string chain2, string published1, string published2, string origin1, string origin2, bool warned)
    {
        var faults = SmallCase.Faults(
            ("sources.csv", "id,name,kind,reliability,url\ngazette,Gazette,outlet,C,none seen\nherald,Herald,outlet,C,none seen\n"),
            ("reports.csv", $"id,source,published,url,chain\nr-1,gazette,{published1},none seen,{chain1}\nr-2,herald,{published2},none seen,{chain2}\n"),
            ("observations.csv", $"id,report,origin,when,sector,indicator,direction,kind,attribution,polarity,summary\no-1,r-1,{origin1},2019-01,trade,exports,down,change,none,asserted,x\no-2,r-2,{origin2},2019-01,trade,exports,down,change,none,asserted,y\n"));

        Assert.Equal(warned ? ["MAN0418"] : [], faults.Select(fault => fault.Code));
    }

    [Fact] // what counts is counted once a witness, however many repeat it
    public void Many_reports_of_one_witness_are_one_warning()
    {
        var reports = "id,source,published,url,chain\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"r-{i},s-{i},2021-10,none seen,A. Hope > Paper {i}\n"));
        var fault = Assert.Single(SmallCase.Faults(
            ("sources.csv", "id,name,kind,reliability,url\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"s-{i},Paper {i},outlet,C,none seen\n"))),
            ("reports.csv", reports),
            ("observations.csv", "id,report,when,sector,indicator,direction,kind,attribution,polarity,summary\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"o-{i},r-{i},2021-01,trade,exports,down,change,none,asserted,x\n")))));

        Assert.Contains("28 more of that witness count apart", fault.Expected, StringComparison.Ordinal);
        Assert.Equal("r-0 counts under 's-0', r-1 under 's-1'", fault.Found);
    }
}
