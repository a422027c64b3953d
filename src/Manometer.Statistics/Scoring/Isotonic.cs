namespace Manometer.Statistics;

/// <summary>The best rising fit to a sequence: pool adjacent violators (Ayer and others 1955).</summary>
public static class Isotonic
{
    /// <summary>Least-squares rising fit. Linear in the number of values.</summary>
    /// <param name="values">The values in order.</param>
    /// <param name="weights">Their weights, above 0.</param>
    /// <exception cref="ScoringException">Lists of different length, or a value outside its range.</exception>
    public static double[] Fit(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.SameLength(values.Length, weights.Length, "values as weights");
        var sums = new double[values.Length];
        var totals = new double[values.Length];
        var lengths = new int[values.Length];
        var blocks = 0;
        for (var i = 0; i < values.Length; i++)
        {
            Require.Finite(values[i], "value");
            (totals[blocks], lengths[blocks]) = (Require.Positive(weights[i], "weight"), 1);
            sums[blocks] = values[i] * weights[i];
            blocks++;
            while (blocks > 1 && sums[blocks - 2] * totals[blocks - 1] >= sums[blocks - 1] * totals[blocks - 2])
            {
                sums[blocks - 2] += sums[blocks - 1];
                totals[blocks - 2] += totals[blocks - 1];
                lengths[blocks - 2] += lengths[blocks - 1];
                blocks--;
            }
        }

        var fit = new double[values.Length];
        for (int block = 0, i = 0; block < blocks; block++)
            for (var k = 0; k < lengths[block]; k++)
                fit[i++] = sums[block] / totals[block];
        return fit;
    }
}
