namespace Manometer.Coding.Tests;

public class StemTests
{
    [Theory]
    [InlineData("close", "closed", "closing", "closes")]
    [InlineData("stop", "stopped", "stopping", "stops")]
    [InlineData("fall", "falling", "falls")]
    [InlineData("supply", "supplies", "supplied")]
    [InlineData("boss", "bosses")]
    [InlineData("bakery", "bakeries")]
    public void The_forms_of_a_word_have_one_stem(params string[] forms) => Assert.Single(forms.Select(Stem.Of).Distinct());

    [Theory]
    [InlineData("bus", "bu")]
    [InlineData("need", "ne")]
    [InlineData("ring", "r")]
    [InlineData("red", "r")]
    [InlineData("class", "clas")]
    public void What_only_looks_like_an_ending_stays(string word, string cut) => Assert.NotEqual(cut, Stem.Of(word));

    [Fact]
    public void Forms_lead_back_to_their_stem()
    {
        Assert.All((string[])["close", "stop", "supply", "mine", "ration", "gas"], word => Assert.All(Stem.Forms(word), form => Assert.Equal(Stem.Of(word), Stem.Of(form))));
        Assert.Contains("rationing", Stem.Forms("ration"));
        Assert.Contains("closed", Stem.Forms("close"));
    }
}
