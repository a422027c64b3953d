using CsCheck;

namespace Manometer.Statistics.Tests;

public class QuantilesTests
{
    /// <summary>Sizes on both sides of the one from which pivots come from a sample; few distinct values, many, and values already in order.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1_000_000_000)]
    public void The_element_selected_is_the_one_that_sorting_would_put_there(int distinct) =>
        Gen.Select(Gen.Int[0, distinct].Array[1, 4000], Gen.Double[0, 1], Gen.Int[0, 2]).Sample((numbers, share, order) =>
        {
            double[] values = [.. numbers.Select(number => (double)number)];
            double[] sorted = [.. values.Order()];
            if (order > 0)
                values = order == 1 ? sorted[..] : [.. sorted.Reverse()];
            var rank = Math.Min((int)(share * values.Length), values.Length - 1);

            Assert.Equal(sorted[rank], Quantiles.Select(values, rank));
            Assert.Equal((sorted[(values.Length - 1) / 2] + sorted[values.Length / 2]) / 2, Quantiles.Median(values));
            Assert.Equal(sorted, values.Order());
        }, iter: 300, threads: 1);
}
