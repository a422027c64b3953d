using System.Globalization;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>Whether there was any at all, before a date and after.</summary>
public class OccupancyTests
{
    private static TimedValue[] Points(params double[] values) => [.. values.Select((value, i) => new TimedValue(i, value))];

    [Fact]
    public void Readings_above_0_are_counted_on_either_side()
    {
        var found = Occupancy.At(Points(5, 0, 7, 8, 0, 0, 3), 4);

        Assert.Equal((4, 3, 3, 1), (found.Before, found.BeforeAbove, found.After, found.AfterAbove));
        Assert.Equal(1.5 / 4 - 3.5 / 5, found.Mean, 1e-12);
    }

    /// <summary>Against a second computation: the double integral over a fine grid of both shares.</summary>
    [Theory]
    [InlineData(4, 4, 3, 1)]
    [InlineData(20, 20, 12, 0)]
    [InlineData(9, 5, 8, 5)]
    [InlineData(6, 0, 5, 5)]
    public void The_interval_is_that_of_the_difference_of_two_beta_variables(int before, int beforeAbove, int after, int afterAbove)
    {
        var values = Enumerable.Range(0, before).Select(i => i < beforeAbove ? 1.0 : 0).Concat(Enumerable.Range(0, after).Select(i => i < afterAbove ? 1.0 : 0)).ToArray();
        var found = Occupancy.At(Points(values), before);

        var (low, high) = found.Interval(0.9);

        Assert.Equal(0.05, Below(low), 0.004);
        Assert.Equal(0.95, Below(high), 0.004);
        Assert.Equal(found.ProbabilityBelowZero, Below(0), 0.004);

        double Below(double d)
        {
            const int Grid = 2_000;
            var sum = 0.0;
            for (var i = 0; i < Grid; i++) // mass of each cell of the one share, times the distribution of the other
                sum += (Beta.Distribution((i + 1.0) / Grid, beforeAbove + 0.5, before - beforeAbove + 0.5) - Beta.Distribution((double)i / Grid, beforeAbove + 0.5, before - beforeAbove + 0.5))
                    * Beta.Distribution(Math.Clamp((i + 0.5) / Grid + d, 0, 1), afterAbove + 0.5, after - afterAbove + 0.5);
            return sum;
        }
    }

    /// <summary>Oil from Syria to the United States ends with September 2011, from Iran with 1987 but for a little, until July 1991.</summary>
    [Theory]
    [InlineData("syr_us_oil_imports_monthly.csv", "2009-01", "2011-10", "2013-12")]
    [InlineData("irn_us_oil_imports_monthly.csv", "1987-02", "1988-03", "1991-06")]
    public void Known_answers(string file, string from, string stop, string until)
    {
        var path = Repository.Reference("data", "series", file);
        TimedValue[] points = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Where(cells => string.CompareOrdinal(cells[0], from) >= 0 && string.CompareOrdinal(cells[0], until) <= 0)
            .Select(cells => new TimedValue(Month(cells[0]), double.Parse(cells[1], CultureInfo.InvariantCulture)))];

        var found = Occupancy.At(points, Month(stop));

        Assert.Equal(0, found.AfterAbove);
        Assert.True(found.Interval().High < -0.2, $"{found.Interval()} {found.BeforeAbove} of {found.Before}");
        Assert.All(Occupancy.Placebos(points, [Month(stop)]).Where(one => one.Statistic >= found.Statistic), one => Assert.InRange(one.Date, Month(stop) - 6, Month(stop) + 6)); // trade petered out over months

        static int Month(string text) => 12 * int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture) + int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture);
    }

    /// <summary>Where nothing happens, the rank among false dates is as small as a twentieth at most about one time in twenty.</summary>
    [Fact]
    public void The_rank_among_false_dates_keeps_its_size()
    {
        const int Draws = 600;
        var random = new Xoshiro256(11);
        var small = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var points = Points([.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < 0.6 ? 1.0 : 0)]);
            var date = 20.5 + random.NextDouble() * 20;
            var found = Occupancy.At(points, date);
            var placebos = Occupancy.Placebos(points, [date]);
            small += (1.0 + placebos.Count(one => one.Statistic >= found.Statistic)) / (1 + placebos.Count) <= 0.05 ? 1 : 0;
        }

        Assert.True(small <= 0.06 * Draws + 3 * Math.Sqrt(0.05 * 0.95 * Draws), $"{small} of {Draws}");
    }

    [Fact]
    public void What_cannot_be_asked_is_told()
    {
        Assert.Equal(InterruptedFault.NotFinite, Assert.Throws<InterruptedException>(() => Occupancy.At(Points(1, -1, 2), 1)).Fault);
        Assert.Equal(InterruptedFault.NotFinite, Assert.Throws<InterruptedException>(() => Occupancy.At(Points(1, double.NaN, 2), 1)).Fault);
        Assert.Equal(InterruptedFault.TooFew, Assert.Throws<InterruptedException>(() => Occupancy.At(Points(1, 0), 5)).Fault);
    }
}
