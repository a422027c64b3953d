using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>A value of a series that was known by the date of the assessment.</summary>
internal readonly record struct KnownValue(string Date, DateOnly First, DateOnly Last, double Value)
{
    /// <summary>Its middle, in months of 30.4375 days.</summary>
    public double Time => (First.DayNumber + Last.DayNumber) / (2 * 30.4375);

    public DateOnly Middle => DateOnly.FromDayNumber((First.DayNumber + Last.DayNumber) / 2);

    public static List<KnownValue> Of(Series series, DateOnly asOf)
    {
        var values = new List<KnownValue>(series.Points.Count);
        foreach (var point in series.Points)
            if (point is { Value: { } value, Date: { FirstDay: { } first, LastDay: { } last } } && last <= asOf && double.IsFinite(value))
                values.Add(new KnownValue(point.Date.ToString(), first, last, value));
        return values;
    }
}
