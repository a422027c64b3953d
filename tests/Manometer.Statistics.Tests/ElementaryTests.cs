namespace Manometer.Statistics.Tests;

/// <summary>Against values computed with 40 digits.</summary>
public sealed class ElementaryTests
{
    [Theory]
    [InlineData(1e-300, -690.7755278982137)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(1e-10, -23.025850929940457)]
    [InlineData(0.1, -2.3025850929940455)]
    [InlineData(0.49999, -0.693167180759948)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(0.9, -0.10536051565782628)]
    [InlineData(0.999999, -1.000000500029089e-06)]
    [InlineData(1.0000001, 9.999999505838704e-08)]
    [InlineData(1.003, 0.002995508979798371)]
    [InlineData(1.5, 0.4054651081081644)]
    [InlineData(1.9999, 0.6930971793099037)]
    [InlineData(2, 0.6931471805599453)]
    [InlineData(3, 1.0986122886681098)]
    [InlineData(10, 2.302585092994046)]
    [InlineData(12345.678, 9.421061321291832)]
    [InlineData(1e+100, 230.25850929940458)]
    [InlineData(1.7e+308, 709.7268368932282)]
    public void Logarithm_is_right_to_one_unit_in_the_last_place(double x, double expected) => Within(expected, Elementary.Log(x), 1);

    [Theory]
    [InlineData(-745, 5e-324)]
    [InlineData(-700.5, 5.980196118639791e-305)]
    [InlineData(-100.25, 2.897198083210148e-44)]
    [InlineData(-10, 4.5399929762484854e-05)]
    [InlineData(-1, 0.36787944117144233)]
    [InlineData(-0.1, 0.9048374180359595)]
    [InlineData(-1e-09, 0.999999999)]
    [InlineData(1e-09, 1.000000001)]
    [InlineData(0.1, 1.1051709180756477)]
    [InlineData(0.5, 1.6487212707001282)]
    [InlineData(1, 2.718281828459045)]
    [InlineData(2.5, 12.182493960703473)]
    [InlineData(10, 22026.465794806718)]
    [InlineData(100.7, 5.413203172330057e+43)]
    [InlineData(709.7, 1.6549840276802644e+308)]
    public void Exponential_is_right_to_one_unit_in_the_last_place(double x, double expected) => Within(expected, Elementary.Exp(x), 1);

    [Fact]
    public void Both_agree_with_the_platform_within_two_units_on_random_arguments()
    {
        var random = new Xoshiro256(1);
        for (var i = 0; i < 200_000; i++)
        {
            var x = (random.NextDouble() - 0.5) * 1400;
            Within(Math.Exp(x), Elementary.Exp(x), 2);
            var positive = Math.Exp((random.NextDouble() - 0.5) * (i % 2 == 0 ? 1400 : 0.1));
            Within(Math.Log(positive), Elementary.Log(positive), 2);
        }
    }

    [Fact]
    public void Ends_of_the_range_are_the_limits()
    {
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
        Assert.Equal(double.PositiveInfinity, Elementary.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(Elementary.Log(-1)) && double.IsNaN(Elementary.Log(double.NaN)) && double.IsNaN(Elementary.Exp(double.NaN)));
        Assert.Equal(0, Elementary.Exp(-746));
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(710));
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(0, Elementary.Log(1));
    }

    private static void Within(double expected, double actual, long units) =>
        Assert.True(Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual)) <= units, $"{actual:R} instead of {expected:R}");
}
