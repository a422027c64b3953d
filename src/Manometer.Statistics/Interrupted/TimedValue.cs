namespace Manometer.Statistics;

/// <summary>One value at one time and place, as sparse records have them.</summary>
/// <param name="Time">When, in months of 30.4375 days from any origin; several values may share a time.</param>
/// <param name="Value">The value, or its logarithm.</param>
public readonly record struct TimedValue(double Time, double Value)
{
    private readonly double _less; // so that the default count is 1

    /// <summary>Which of several places (markets, shops, instruments) it comes from, from 0; default 0. Places differ by a constant.</summary>
    public int Place { get; init; }

    /// <summary>How many readings it is the mean of; default 1. Its noise variance is divided by it.</summary>
    public double Count { get => 1 - _less; init => _less = 1 - value; }

    /// <summary>Stated range from least to largest reading, in the unit of the value; default 0. It adds (range / 4)^2 to the variance.</summary>
    public double Range { get; init; }
}
