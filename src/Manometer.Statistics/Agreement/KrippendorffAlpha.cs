namespace Manometer.Statistics;

/// <summary>Agreement of coders beyond what chance gives: 1 is full agreement, 0 what chance alone would give, below 0 is worse than chance.</summary>
/// <remarks>
/// Krippendorff (2011), "Computing Krippendorff's alpha-reliability": one less observed over expected disagreement. Any number of coders, missing values allowed; units with fewer than two values tell nothing and are left out.
/// Cost: the pairs of values within each unit, and the pairs of distinct values. The published example of 4 observers and 12 units is a test.
/// </remarks>
public static class KrippendorffAlpha
{
    /// <summary>Alpha of the ratings.</summary>
    /// <param name="units">For each unit the values given to it, in any order; a coder who gave none is left out. Every value must be finite.</param>
    /// <param name="level">How far apart two values are; nominal by default.</param>
    /// <returns>Null when no unit has two values, or when all values that can be paired are the same: then there is nothing chance could have got wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or the level is unknown.</exception>
    public static double? Of(IReadOnlyList<IReadOnlyList<double>> units, ReliabilityLevel level = ReliabilityLevel.Nominal)
    {
        if (!Enum.IsDefined(level))
            throw new ArgumentOutOfRangeException(nameof(level), level, "unknown level of measurement");

        var counts = new SortedDictionary<double, int>();
        foreach (var unit in units)
            foreach (var value in unit)
            {
                if (!double.IsFinite(value))
                    throw new ArgumentOutOfRangeException(nameof(units), value, "a rating must be a finite number");
                if (unit.Count > 1)
                    counts[value] = counts.GetValueOrDefault(value) + 1;
            }

        var scale = new Scale([.. counts.Keys], [.. counts.Values], level);
        double observed = 0, expected = 0, paired = scale.Counts.Sum();
        foreach (var unit in units)
        {
            if (unit.Count < 2)
                continue;
            var disagreement = 0.0;
            for (var a = 0; a < unit.Count; a++)
                for (var b = 0; b < a; b++)
                    disagreement += scale.Distance(unit[a], unit[b]);
            observed += disagreement / (unit.Count - 1);
        }

        for (var i = 0; i < scale.Values.Length; i++)
            for (var j = 0; j < i; j++)
                expected += (double)scale.Counts[i] * scale.Counts[j] * scale.DistanceAt(i, j);
        return expected > 0 ? 1 - (paired - 1) * observed / expected : null;
    }

    // the distinct values in order, with how often each is given and how many are given below it
    private readonly struct Scale
    {
        private readonly ReliabilityLevel _level;
        private readonly double[] _below;

        public Scale(double[] values, int[] counts, ReliabilityLevel level)
        {
            (Values, Counts, _level, _below) = (values, counts, level, new double[values.Length]);
            for (var i = 1; i < values.Length; i++)
                _below[i] = _below[i - 1] + counts[i - 1];
        }

        public double[] Values { get; }

        public int[] Counts { get; }

        public double Distance(double one, double other) =>
            one == other ? 0 : _level == ReliabilityLevel.Nominal ? 1 : DistanceAt(Array.BinarySearch(Values, one), Array.BinarySearch(Values, other));

        public double DistanceAt(int i, int j)
        {
            // ordinal: the ranks between the middles of the two values' shares
            var gap = _level switch
            {
                ReliabilityLevel.Nominal => 1,
                ReliabilityLevel.Ordinal => _below[i] + Counts[i] / 2.0 - _below[j] - Counts[j] / 2.0,
                _ => Values[i] - Values[j],
            };
            return gap * gap;
        }
    }
}
