using CsCheck;

namespace Manometer.Cases.Tests;

public class MangledDateTests
{
    [Theory]
    [InlineData("42430", "2016-03-01")] // day number 42430 of a spreadsheet
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

    [Fact]
    public void Any_text_is_looked_at_without_fault() => Gen.String.Sample(text => MangledDate.Suggest(text) is null or { Length: >= 7 });
}
