namespace Manometer.Model.Tests;

public class PressureStepTests
{
    [Theory]
    [InlineData(1, 2, 1, "+1..+2")]
    [InlineData(-2, -1, -1, "-2..-1")]
    [InlineData(0, 0, 0, "0")]
    [InlineData(2, 2, 1, "+2")]
    [InlineData(-1, -1, -1, "-1")]
    [InlineData(-1, 1, 0, "-1..+1")] // a range around no change takes no side
    [InlineData(0, 1, 1, "0..+1")]
    public void A_step_has_a_side_and_is_written_with_its_sign(int lowest, int highest, int sign, string text)
    {
        var step = new PressureStep(lowest, highest);

        Assert.Equal((sign, text), (step.Sign, step.ToString()));
    }

    [Fact]
    public void A_step_known_exactly_is_a_range_of_one() => Assert.Equal(new PressureStep(2, 2), new PressureStep(2));
}
