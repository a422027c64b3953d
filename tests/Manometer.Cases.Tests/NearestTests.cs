namespace Manometer.Cases.Tests;

public class NearestTests
{
    private static readonly string[] Words = ["trade", "textiles", "transport", "mining-coal", "markets"];

    [Theory]
    [InlineData("tarde", "trade")] // neighbours swapped
    [InlineData("Trade", "trade")]
    [InlineData("texitles", "textiles")]
    [InlineData("minng-coal", "mining-coal")]
    [InlineData("market", "markets")]
    public void A_wrong_word_suggests_the_nearest_right_one(string wrong, string right) => Assert.Equal(right, Nearest.To(wrong, Words));

    [Theory]
    [InlineData("electricity")]
    [InlineData("")]
    [InlineData("xx")]
    public void A_word_near_to_none_suggests_nothing(string wrong) => Assert.Null(Nearest.To(wrong, Words));
}
