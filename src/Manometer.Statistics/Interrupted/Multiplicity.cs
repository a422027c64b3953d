namespace Manometer.Statistics;

/// <summary>Adjusts p values of several tests for their number.</summary>
public static class Multiplicity
{
    /// <summary>Holm (1979): adjusted values; rejecting those at or below a level keeps the chance of any false rejection at that level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not in [0, 1].</exception>
    public static double[] Holm(ReadOnlySpan<double> p)
    {
        var order = Order(p);
        var adjusted = new double[p.Length];
        var most = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, (p.Length - i) * p[order[i]]));
            adjusted[order[i]] = most;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg (1995): adjusted values; of those at or below a level at most that share is false, in expectation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not in [0, 1].</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var order = Order(p);
        var adjusted = new double[p.Length];
        var least = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, p.Length / (i + 1.0) * p[order[i]]);
            adjusted[order[i]] = least;
        }

        return adjusted;
    }

    /// <summary>Step-down maxT (Westfall and Young 1993): adjusted values of several statistics from their joint placebo distribution, so that their dependence counts.</summary>
    /// <param name="observed">The statistics, larger meaning more.</param>
    /// <param name="placebos">One row a placebo, with the statistics in the same order.</param>
    /// <returns>For the largest: (1 + number of placebos whose largest is as large) / (1 + N); for the next, without the ones above it; never falling.</returns>
    /// <exception cref="ArgumentException">A row has another length.</exception>
    public static double[] MaxT(ReadOnlySpan<double> observed, IReadOnlyList<double[]> placebos)
    {
        ArgumentNullException.ThrowIfNull(placebos);
        foreach (var row in placebos)
            if (row.Length != observed.Length)
                throw new ArgumentException("Every placebo has one statistic for each observed.", nameof(placebos));
        var values = observed.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])];
        var adjusted = new double[values.Length];
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            var asLarge = 1.0;
            foreach (var row in placebos)
            {
                var most = double.NegativeInfinity;
                for (var j = i; j < order.Length; j++)
                    most = Math.Max(most, row[order[j]]);
                asLarge += most >= values[order[i]] ? 1 : 0;
            }

            largest = Math.Max(largest, asLarge / (1 + placebos.Count));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }

    private static int[] Order(ReadOnlySpan<double> p)
    {
        var values = p.ToArray();
        foreach (var one in values)
            if (!(one is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(p), one, "A p value lies between 0 and 1.");
        return [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
    }
}
