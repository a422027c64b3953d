using CsCheck;

namespace Manometer.Cases.Tests;

public class MangledDateTests
{
    [Theory]
    [InlineData("42430", "2016-03-01")] // day number 42430 of a spreadsheet
    [InlineData("2019-Q4", "2019-36")]
    [InlineData("Q1 2019", "2019-33")]
    [InlineData("3/16/2016", "2016-03-16")]
    [InlineData("16/3/2016", "2016-03-16")]
    [InlineData("16.3.2016", "2016-03-16")]
    [InlineData("Mar-16", "2016-03")]
    [InlineData("16-Mar-2016", "2016-03-16")]
    [InlineData("3/2016", "2016-03")]
    [InlineData("March 2016", "2016-03")]
    public void What_a_spreadsheet_made_of_a_date_is_recognised(string text, string meant) => Assert.Equal(meant, MangledDate.Suggest(text));

    [Theory]
    [InlineData("soon")]
    [InlineData("31/31/2016")]
    [InlineData("123")]
    [InlineData("2/30/2016")]
    public void What_is_no_date_is_not_made_one(string text) => Assert.Null(MangledDate.Suggest(text));

    [Theory]
    [InlineData("", "2019-04-03 if the day stands first, 2019-03-04 if the month does; no other cell of the column tells")]
    [InlineData("25/4/2019", "perhaps 2019-04-03, as the column has the day first: 25/4/2019 in line 3")]
    [InlineData("4/25/2019", "perhaps 2019-03-04, as the column has the month first: 4/25/2019 in line 3")]
    public void Of_two_readings_the_column_decides(string other, string expected)
    {
        var reports = "id,source,published,url\nr-1,s,3/4/2019,none seen\n" + (other.Length > 0 ? $"r-2,s,{other},none seen\n" : "");

        var fault = SmallCase.Faults(("sources.csv", "id,name,kind,reliability,url\ns,Gazette,outlet,C,none seen\n"), ("reports.csv", reports))[0];

        Assert.Equal("MAN0304", fault.Code);
        Assert.Equal("a date in EDTF; " + expected, fault.Expected);
    }

    [Theory]
    [InlineData("2016/3/16", "2016-03-16")]
    [InlineData("2016/3/32", null)]
    public void A_year_in_front_is_recognised(string text, string? meant) => Assert.Equal(meant, MangledDate.Suggest(text));

    [Fact]
    public void Any_text_is_looked_at_without_fault() => Gen.String.Sample(text => MangledDate.Suggest(text) is null or { Length: >= 7 });
}
