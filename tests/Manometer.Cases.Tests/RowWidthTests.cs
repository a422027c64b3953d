namespace Manometer.Cases.Tests;

/// <summary>A comma too many or too few hides no other fault of its row, and makes none up.</summary>
public class RowWidthTests
{
    private const string Header = "id,report,when,place_stated,sector,group,indicator,direction,kind,magnitude,unit,attribution,grade,polarity,summary,coder,note\n";

    [Theory]
    [InlineData("o-1,r-1,2021-09,,trade,,exports,down,change,-40,percent,none,,asserted,Trade fell, and prices rose,jd,", "quote the text of 'summary', which holds a comma: \"Trade fell, and prices rose\"")]
    [InlineData("o-1,r-1,2021-09,,trade,,exports,down,change,-7,500,crowns,none,,asserted,Trade fell,jd,", "write the number of 'magnitude' without commas: -7500")]
    [InlineData("o-1,r-1,2021-09,,trade,,exports,down,change,-40,percent,none,,asserted,Trade fell,jd,,,", "take the 2 commas at its end away")]
    [InlineData("o-1,r-1,2021-09,Zenda, West March,trade,,exports,down,change,-40,percent,none,,asserted,Trade fell,jd,", "quote the text of 'place_stated', which holds a comma: \"Zenda, West March\"")]
    [InlineData("o-1,r-1,2021-09,,trade,,exports,down,change,-40,percent,none,,asserted,Trade fell", "add 2 commas at its end")]
    [InlineData("o-1,r-1,2021-09,,trade,,exports,down,change,-40,none,,asserted,Trade fell,jd,", "add the comma that is missing between 'magnitude' and 'unit'")]
    public void A_row_of_the_wrong_width_is_one_fault_that_says_where(string row, string next)
    {
        var fault = Assert.Single(SmallCase.Observations(Header + row + "\n"));

        Assert.Equal("MAN0209", fault.Code);
        Assert.EndsWith(next, fault.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o-1,r-9,2021-09,,tarde,,exports,down,change,-40,percent,none,,asserted,Trade fell, and prices rose,jd,")]
    [InlineData("o-1,r-9,2021-09,,tarde,,exports,down,change,-40,percent,none,,asserted,Trade fell")]
    public void Its_other_faults_are_told(string row) =>
        Assert.Equal(["MAN0209", "MAN0302", "MAN0309"], SmallCase.Observations(Header + row + "\n").Select(fault => fault.Code).Order());

    [Fact]
    public void A_row_that_is_no_row_of_the_table_is_one_fault_and_the_identifier() =>
        Assert.Equal(["MAN0209"], SmallCase.Observations(Header + "o-1,r-1,what,is,this,and,how,did,it,come,here\n").Select(fault => fault.Code).Distinct());

    [Fact] // the sector is wrong, the date comes after the report, the grade has no attribution: three faults in one row
    public void A_row_with_an_error_in_one_cell_is_still_compared_on_the_others() =>
        Assert.Equal(["2:9 MAN0404", "2:20 MAN0302", "2:64 MAN0408"], SmallCase.Observations(Header + "o-1,r-1,2021-12,xx,tarde,,exports,down,change,-40,percent,none,asserted,asserted,Trade fell,jd,\n").Select(fault => $"{fault.Where.Line}:{fault.Where.Column} {fault.Code}"));

    [Fact]
    public void A_report_with_a_fault_still_has_its_date() => Assert.Equal(["MAN0404", "MAN0301"], SmallCase.Faults(
        ("sources.csv", "id,name,kind,reliability,url\ngazette,Gazette,outlet,C,none seen\n"),
        ("reports.csv", "id,source,published,url\nr-1,gazette,2021-10,\n"),
        ("observations.csv", Header + "o-1,r-1,2021-12,,trade,,exports,down,change,-40,percent,none,,asserted,Trade fell,jd,\n")).Select(fault => fault.Code));

    [Fact]
    public void What_stands_before_a_broken_quote_is_checked() =>
        Assert.Equal(["MAN0302", "MAN0205"], SmallCase.Observations(Header + "o-1,r-1,2021-09,,tarde,,exports,down,change,-40,percent,none,,asserted,\"Trade fell,jd,\n").Select(fault => fault.Code));
}
