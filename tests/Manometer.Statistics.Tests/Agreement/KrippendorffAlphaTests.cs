using CsCheck;
using Manometer.Statistics;

namespace Manometer.Statistics.Tests;

public class KrippendorffAlphaTests
{
    // Krippendorff (2011), section D: 4 observers, 12 units, values missing (0 here)
    private static readonly int[][] Observers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    private static double[][] Units(Func<int, double> value) =>
        [.. Enumerable.Range(0, 12).Select(unit => Observers.Select(one => one[unit]).Where(code => code > 0).Select(value).ToArray())];

    [Theory]
    [InlineData(ReliabilityLevel.Nominal, .743)]
    [InlineData(ReliabilityLevel.Ordinal, .815)]
    [InlineData(ReliabilityLevel.Interval, .849)]
    public void The_published_example_of_four_observers_is_met(ReliabilityLevel level, double published) =>
        Assert.Equal(published, KrippendorffAlpha.Of(Units(code => code), level)!.Value, 5e-4);

    [Fact] // Krippendorff (2011), section A: two observers, ten units, two categories
    public void The_published_example_of_two_categories_is_met()
    {
        double[][] units = [[0, 1], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0], [1, 0], [0, 0]];

        Assert.Equal(.095, KrippendorffAlpha.Of(units)!.Value, 5e-4);
    }

    [Fact]
    public void Full_agreement_on_more_than_one_value_is_one() => Assert.Equal(1, KrippendorffAlpha.Of([[1, 1], [2, 2]]));

    [Fact]
    public void One_value_alone_leaves_nothing_to_get_wrong()
    {
        Assert.Null(KrippendorffAlpha.Of([[1, 1], [1, 1]]));
        Assert.Null(KrippendorffAlpha.Of([[1], [2]]));
        Assert.Null(KrippendorffAlpha.Of([]));
    }

    [Fact]
    public void The_names_of_categories_do_not_matter_to_the_nominal_alpha_nor_stretching_to_the_ordinal()
    {
        Assert.Equal(KrippendorffAlpha.Of(Units(code => code))!.Value, KrippendorffAlpha.Of(Units(code => code * 7 % 11))!.Value, 1e-12);
        Assert.Equal(KrippendorffAlpha.Of(Units(code => code), ReliabilityLevel.Ordinal)!.Value, KrippendorffAlpha.Of(Units(code => code * code), ReliabilityLevel.Ordinal)!.Value, 1e-12);
        Assert.Equal(KrippendorffAlpha.Of(Units(code => code), ReliabilityLevel.Interval)!.Value, KrippendorffAlpha.Of(Units(code => 3 - 2.5 * code), ReliabilityLevel.Interval)!.Value, 1e-12);
    }

    [Fact]
    public void A_rating_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KrippendorffAlpha.Of([[1, double.NaN]]));

    [Fact] // second way: pairs within units over pairs at large, without the matrix of coincidences
    public void Two_coders_without_gaps_give_the_ratio_of_mean_distances() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[2, 40].Sample(pairs =>
        {
            var all = pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToArray();
            double expected = 0;
            for (var i = 0; i < all.Length; i++)
                for (var j = 0; j < all.Length; j++)
                    if (i != j)
                        expected += (all[i] - all[j]) * (all[i] - all[j]);
            var alpha = KrippendorffAlpha.Of([.. pairs.Select(pair => new double[] { pair.Item1, pair.Item2 })], ReliabilityLevel.Interval);
            if (expected == 0)
            {
                Assert.Null(alpha);
                return;
            }

            var observed = pairs.Average(pair => (double)(pair.Item1 - pair.Item2) * (pair.Item1 - pair.Item2));
            expected /= (double)all.Length * (all.Length - 1);
            Assert.Equal(1 - observed / expected, alpha!.Value, 1e-9);
        }, iter: 2000);
}
