namespace Manometer.Statistics.Tests;

public class MultiplicityTests
{
    [Fact] // R: p.adjust(c(.01, .02, .03, .005), "holm")
    public void Holm_agrees_with_R() => Assert.Equal([0.03, 0.04, 0.04, 0.02], Multiplicity.Holm([.01, .02, .03, .005]).Select(p => Math.Round(p, 12)));

    [Fact] // R: p.adjust(c(.01, .02, .03, .005, .9), "BH")
    public void Benjamini_and_Hochberg_agree_with_R() => Assert.Equal([0.025, 0.033333333333, 0.0375, 0.025, 0.9], Multiplicity.BenjaminiHochberg([.01, .02, .03, .005, .9]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Nothing_to_adjust_is_no_fault()
    {
        Assert.Empty(Multiplicity.Holm([]));
        Assert.Empty(Multiplicity.BenjaminiHochberg([]));
        Assert.Empty(Multiplicity.MaxT([], []));
    }

    [Fact]
    public void The_largest_statistic_is_compared_with_the_largest_of_each_placebo()
    {
        double[][] placebos = [[1, 2], [3, 0], [0, 1], [2, 2.5]];

        // 2.9: one placebo has a larger one (3); 2.2 next, without the first: one has as much (2.5)
        Assert.Equal([0.4, 0.4], Multiplicity.MaxT([2.9, 2.2], placebos));
        Assert.Equal([0.2, 1], Multiplicity.MaxT([4, -1], placebos));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.Holm([0.5, p]));
}
