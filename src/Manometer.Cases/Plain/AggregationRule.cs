namespace Manometer.Cases;

/// <summary>How several rows become one value of a longer period.</summary>
public enum AggregationRule
{
    /// <summary>The mean of the values there are.</summary>
    Mean,

    /// <summary>The median of the values there are.</summary>
    Median,

    /// <summary>The last value there is.</summary>
    Last,

    /// <summary>The sum; missing where a value of the period is missing, or the period is not wholly within the series.</summary>
    Sum,
}
