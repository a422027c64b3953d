using CsCheck;

namespace Manometer.Model.Tests;

public class EstimativeWordTests
{
    [Fact]
    public void The_words_cover_all_probabilities_without_gap_or_overlap()
    {
        Assert.Equal(0, EstimativeWord.All[0].Lowest);
        Assert.Equal(1, EstimativeWord.All[^1].Highest);
        Assert.All(EstimativeWord.All.Zip(EstimativeWord.All.Skip(1)), pair => Assert.Equal(pair.First.Highest, pair.Second.Lowest));
    }

    [Theory] // the bands of ICD 203
    [InlineData(0, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.2, "unlikely")]
    [InlineData(0.5, "roughly even chance")]
    [InlineData(0.55, "likely")]
    [InlineData(0.8, "very likely")]
    [InlineData(0.95, "almost certain")]
    [InlineData(1, "almost certain")]
    public void A_probability_has_its_word(double probability, string word) => Assert.Equal(word, EstimativeWord.For(probability).Text);

    [Fact]
    public void A_range_has_a_word_only_when_it_lies_in_one_band()
    {
        Assert.Equal("likely", EstimativeWord.ForRange(0.6, 0.79)!.Text);
        Assert.Null(EstimativeWord.ForRange(0.174, 0.892)); // not settled
    }

    [Fact]
    public void Any_probability_lies_in_the_band_of_its_word() =>
        Gen.Double[0, 1].Sample(p => EstimativeWord.For(p) is var word && word.Lowest <= p && (p < word.Highest || p == 1));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void What_is_no_probability_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => EstimativeWord.For(value));

    [Fact]
    public void A_range_the_wrong_way_round_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => EstimativeWord.ForRange(0.6, 0.5));
}
