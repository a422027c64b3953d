using CsCheck;

namespace Manometer.Model.Tests;

public class CalendarDayTests
{
    private static readonly Gen<CalendarDay> Day = Gen.Select(Gen.Long[-3, 3], Gen.Int[1, 3], Gen.Int[1, 3], (year, month, day) => new CalendarDay(year, month, day));

    [Theory]
    [InlineData(2017, 2, 28)]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_day_of_the_years_1_to_9999_is_also_a_DateOnly(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), new CalendarDay(year, month, day).ToDateOnly());

    [Theory]
    [InlineData(0)]
    [InlineData(-44)]
    [InlineData(10_000)]
    [InlineData(long.MaxValue)]
    public void A_day_of_another_year_is_not(long year) => Assert.Null(new CalendarDay(year, 3, 15).ToDateOnly());

    [Fact]
    public void Days_are_in_the_order_of_time() =>
        Gen.Select(Day, Day).Sample((left, right) =>
        {
            var order = (left.Year, left.Month, left.Day).CompareTo((right.Year, right.Month, right.Day));
            return Math.Sign(left.CompareTo(right)) == Math.Sign(order)
                && (left > right, left <= right, left >= right, left == right, left < right) == (order > 0, order <= 0, order >= 0, order == 0, order < 0);
        });

    [Fact]
    public void The_furthest_years_are_compared_without_overflow() =>
        Assert.True(new CalendarDay(long.MinValue, 1, 1) < new CalendarDay(long.MaxValue, 1, 1));
}
