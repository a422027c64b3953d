namespace Manometer.Statistics;

/// <summary>The rows between two breaks.</summary>
/// <param name="From">Index of its first row, from 0.</param>
/// <param name="To">Index of the first row after it.</param>
/// <param name="Means">Mean of each column.</param>
/// <param name="Deviations">Standard deviation of each column about it, divisor length - 1; 0 for a single row.</param>
public sealed record BreakSegment(int From, int To, IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    /// <summary>Number of rows.</summary>
    public int Length => To - From;

    /// <summary>Mean of the first column.</summary>
    public double Mean => Means[0];

    /// <summary>Standard deviation of the first column.</summary>
    public double Deviation => Deviations[0];

    internal static BreakSegment Of(ReadOnlySpan<double> values, int columns, int from, int to)
    {
        var means = new double[columns];
        var deviations = new double[columns];
        for (var j = 0; j < columns; j++)
        {
            // about the first row, so that a large offset costs no digits
            var origin = values[from * columns + j];
            var (mean, squares) = (0.0, 0.0);
            for (var i = from; i < to; i++)
            {
                var value = values[i * columns + j] - origin;
                var step = value - mean;
                mean += step / (i - from + 1);
                squares += step * (value - mean);
            }

            means[j] = origin + mean;
            deviations[j] = to - from > 1 ? Math.Sqrt(squares / (to - from - 1)) : 0;
        }

        return new BreakSegment(from, to, means, deviations);
    }
}
