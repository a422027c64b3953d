namespace Manometer.Model.Tests;

public class AdmiraltyTests
{
    [Theory] // NATO STANAG 2511
    [InlineData(Admiralty.Reliability.A, "completely reliable")]
    [InlineData(Admiralty.Reliability.B, "usually reliable")]
    [InlineData(Admiralty.Reliability.C, "fairly reliable")]
    [InlineData(Admiralty.Reliability.D, "not usually reliable")]
    [InlineData(Admiralty.Reliability.E, "unreliable")]
    [InlineData(Admiralty.Reliability.F, "reliability cannot be judged")]
    public void A_grade_of_reliability_has_its_words(Admiralty.Reliability grade, string words) => Assert.Equal(words, Admiralty.Describe(grade));

    [Theory]
    [InlineData(1, "confirmed by other sources")]
    [InlineData(2, "probably true")]
    [InlineData(3, "possibly true")]
    [InlineData(4, "doubtful")]
    [InlineData(5, "improbable")]
    [InlineData(6, "truth cannot be judged")]
    public void A_digit_of_credibility_has_its_words(int digit, string words) => Assert.Equal(words, Admiralty.DescribeCredibility(digit));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void There_is_no_other_digit(int digit) => Assert.Throws<ArgumentOutOfRangeException>(() => Admiralty.DescribeCredibility(digit));
}
