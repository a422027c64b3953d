namespace Manometer.Statistics;

/// <summary>Agreement of coders beyond what chance gives: 1 is full agreement, 0 what chance alone would give, below 0 is worse than chance.</summary>
/// <remarks>
/// Krippendorff (2011), "Computing Krippendorff's alpha-reliability": one less observed over expected disagreement, from the matrix of coincidences. Units with fewer than two values tell nothing and are left out.
/// Any number of coders, missing values allowed. Cost: the values of each unit in pairs, and the distinct values in pairs. Its published example of 4 coders and 12 units is a test.
/// </remarks>
public static class KrippendorffAlpha
{
    /// <summary>Alpha of the ratings.</summary>
    /// <param name="units">For each unit the values given to it, in any order; a coder who gave none is left out. No NaN, no infinity.</param>
    /// <param name="level">How far apart two values are.</param>
    /// <returns>Null when fewer than two values can be paired, or when all that can be are the same: then there is nothing chance could have got wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or the level is unknown.</exception>
    public static double? Of(IReadOnlyList<IReadOnlyList<double>> units, ReliabilityLevel level = ReliabilityLevel.Nominal)
    {
        var values = new SortedSet<double>();
        foreach (var unit in units)
            foreach (var value in unit)
            {
                if (!double.IsFinite(value))
                    throw new ArgumentOutOfRangeException(nameof(units), value, "a rating must be a finite number");
                if (unit.Count > 1)
                    values.Add(value);
            }

        var sorted = values.ToArray();
        var coincidences = Coincidences(units, sorted);
        var totals = new double[sorted.Length];
        var total = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            for (var j = 0; j < sorted.Length; j++)
                totals[i] += coincidences[i, j];
            total += totals[i];
        }

        double observed = 0, expected = 0;
        for (var i = 0; i < sorted.Length; i++)
            for (var j = i + 1; j < sorted.Length; j++)
            {
                var distance = Distance(sorted, totals, i, j, level);
                observed += coincidences[i, j] * distance;
                expected += totals[i] * totals[j] * distance;
            }

        return expected > 0 ? 1 - (total - 1) * observed / expected : null;
    }

    // each ordered pair of values of a unit counts 1 / (values of the unit - 1)
    private static double[,] Coincidences(IReadOnlyList<IReadOnlyList<double>> units, double[] sorted)
    {
        var coincidences = new double[sorted.Length, sorted.Length];
        foreach (var unit in units)
        {
            if (unit.Count < 2)
                continue;
            for (var a = 0; a < unit.Count; a++)
                for (var b = 0; b < unit.Count; b++)
                    if (a != b)
                        coincidences[Array.BinarySearch(sorted, unit[a]), Array.BinarySearch(sorted, unit[b])] += 1.0 / (unit.Count - 1);
        }

        return coincidences;
    }

    private static double Distance(double[] sorted, double[] totals, int i, int j, ReliabilityLevel level)
    {
        double gap;
        switch (level)
        {
            case ReliabilityLevel.Nominal:
                return 1;
            case ReliabilityLevel.Ordinal:
                gap = -(totals[i] + totals[j]) / 2;
                for (var k = i; k <= j; k++)
                    gap += totals[k];
                return gap * gap;
            case ReliabilityLevel.Interval:
                gap = sorted[i] - sorted[j];
                return gap * gap;
            default:
                throw new ArgumentOutOfRangeException(nameof(level), level, "unknown level of measurement");
        }
    }
}
