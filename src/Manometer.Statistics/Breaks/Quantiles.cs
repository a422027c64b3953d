namespace Manometer.Statistics;

/// <summary>Order statistics in linear time, in place, the same element whatever the order of equal values.</summary>
internal static class Quantiles
{
    private const int Sampled = 1000; // elements from which on the pivot is taken from a sample

    /// <summary>The element that sorting would put at <paramref name="rank"/>; the span is reordered.</summary>
    public static double Select(Span<double> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        var rounds = 0;
        while (high > low)
        {
            if (++rounds > 100)
            {
                values[low..(high + 1)].Sort();
                break;
            }

            var pivot = high - low > Sampled ? Near(values[low..(high + 1)], rank - low) : Middle(values[low], values[low + (high - low) / 2], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (rank <= j)
                high = j;
            else if (rank >= i)
                low = i;
            else
                break;
        }

        return values[rank];
    }

    // The wanted element of a sample of the two-thirds power of the size, taken at even distances and put in front: it cuts close to the rank (Floyd and Rivest 1975).
    private static double Near(Span<double> values, int rank)
    {
        var size = (int)Math.Pow(values.Length, 2.0 / 3);
        for (var i = 0; i < size; i++)
        {
            var from = (int)((long)i * values.Length / size);
            (values[i], values[from]) = (values[from], values[i]);
        }

        return Select(values[..size], (int)((long)rank * size / values.Length));
    }

    /// <summary>The median: the mean of the two middle values of an even number.</summary>
    public static double Median(Span<double> values)
    {
        var upper = Select(values, values.Length / 2);
        if (values.Length % 2 == 1)
            return upper;
        var lower = double.NegativeInfinity;
        foreach (var value in values[..(values.Length / 2)])
            lower = Math.Max(lower, value);
        return lower + (upper - lower) / 2;
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
