namespace Manometer.Capture.Tests;

/// <summary>Dates as documents state them.</summary>
public class PublicationDateTests
{
    [Theory]
    [InlineData("2018-07-05T23:59:59-08:00", "2018-07-05")]
    [InlineData("2018-07", "2018-07")]
    [InlineData("2018", "2018")]
    [InlineData("20180705", "2018-07-05")]
    [InlineData("D:20180705101112+09'00'", "2018-07-05")]
    [InlineData("2018/7/5", "2018-07-05")]
    [InlineData("Thu, 05 Jul 2018 10:00:00 GMT", "2018-07-05")]
    [InlineData("July 5, 2018", "2018-07-05")]
    [InlineData("5 July 2018", "2018-07-05")]
    [InlineData("July 2018", "2018-07")]
    [InlineData("Sept. 3, 2019", "2019-09-03")]
    [InlineData("2018-02-31", null)]
    [InlineData("2018-13-01", null)]
    [InlineData("31 Feb 2018", null)]
    [InlineData("yesterday", null)]
    [InlineData("99999999999999999999999999", null)]
    [InlineData("0000-00-00T00:00:00Z", null)]
    [InlineData("", null)]
    public void A_date_is_read_as_exact_as_it_is_written(string text, string? date) => Assert.Equal(date, PublicationDate.Read(text)?.ToString());
}
