namespace Manometer.Statistics;

/// <summary>Means and spreads of short series.</summary>
internal static class Spread
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>The power of two at or below the largest value by size; dividing by it loses nothing. 1 where all are 0.</summary>
    public static double PowerOfTwo(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        if (!double.IsNormal(largest))
            return 1;
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(largest) & 0x7FF0000000000000L);
    }

    public static double Rms(ReadOnlySpan<double> values) => Math.Sqrt(Vectors.Square(values) / values.Length);

    /// <summary>Standard deviation, divisor n - 1; 0 for one value.</summary>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return values.Length > 1 ? Math.Sqrt(sum / (values.Length - 1)) : 0;
    }

    /// <summary>Standard deviation of the steps from one value to the next.</summary>
    public static double OfSteps(ReadOnlySpan<double> values)
    {
        if (values.Length < 3)
            return 0;
        var steps = new double[values.Length - 1];
        for (var t = 1; t < values.Length; t++)
            steps[t - 1] = values[t] - values[t - 1];
        return Deviation(steps);
    }
}
