namespace Manometer.Publishing.Tests;

public class SayTests
{
    [Theory]
    [InlineData("2018", "2018")]
    [InlineData("2018-08", "August 2018")]
    [InlineData("2018-08-05", "5 August 2018")]
    [InlineData("2018-08~", "about August 2018")]
    [InlineData("2018-08?", "perhaps August 2018")]
    [InlineData("2018-24", "winter 2018")]
    [InlineData("2018-34", "second quarter of 2018")]
    [InlineData("2018-03/2018-05", "March 2018 to May 2018")]
    [InlineData("2018-03/..", "from March 2018")]
    [InlineData("/2018-03", "until March 2018")]
    [InlineData("201X", "201X")]
    [InlineData("2018-13", "2018-13")]
    [InlineData("", "")]
    public void A_date_is_said_in_words_or_left_as_coded(string edtf, string expected) => Assert.Equal(expected, Say.Date(edtf));

    [Theory]
    [InlineData(8061.4, "8,061")]
    [InlineData(213.15, "213.2")]
    [InlineData(-3.5, "−3.5")]
    [InlineData(0.0712, "0.0712")]
    [InlineData(0, "0")]
    [InlineData(-0.00001, "0")]
    public void A_value_has_as_many_digits_as_it_deserves(double value, string expected) => Assert.Equal(expected, Say.Value(value));

    [Theory]
    [InlineData("-50 percent", "−50\u202f%")]
    [InlineData("1 hour", "1 hour")]
    public void A_magnitude_is_printed_with_its_signs(string coded, string expected) => Assert.Equal(expected, Say.Magnitude(coded));

    [Fact]
    public void A_list_is_joined_with_commas_and_one_and()
    {
        Assert.Equal(["", "A", "A and B", "A, B and C"], new string[][] { [], ["A"], ["A", "B"], ["A", "B", "C"] }.Select(Say.List));
    }
}
