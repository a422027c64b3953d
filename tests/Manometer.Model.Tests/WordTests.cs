namespace Manometer.Model.Tests;

public class WordTests
{
    [Theory]
    [InlineData(Attribution.OtherCause, "other-cause")]
    [InlineData(Attribution.None, "none")]
    public void A_value_is_written_in_small_letters_with_hyphens(Attribution value, string word)
    {
        Assert.Equal(word, Word.Of(value));
        Assert.True(Word.TryParse<Attribution>(word, out var read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void A_grade_stays_a_capital_letter() => Assert.Equal(["A", "B", "C", "D", "E", "F"], Word.All<Admiralty.Reliability>());

    [Theory]
    [InlineData("OtherCause")]
    [InlineData("other cause")]
    [InlineData("")]
    [InlineData("0")]
    public void What_is_not_the_word_is_not_read(string text) => Assert.False(Word.TryParse<Attribution>(text, out _));

    [Fact]
    public void Every_grade_and_digit_of_the_Admiralty_code_has_its_words()
    {
        Assert.Equal(6, Enum.GetValues<Admiralty.Reliability>().Select(Admiralty.Describe).Distinct().Count());
        Assert.Equal(6, Enumerable.Range(1, 6).Select(Admiralty.DescribeCredibility).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Admiralty.DescribeCredibility(0));
    }
}
