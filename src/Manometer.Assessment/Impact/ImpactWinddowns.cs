using System.Globalization;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Values between the day a measure took effect and the end of its wind-down, the date that is used: they are on neither side.</summary>
internal static class ImpactWinddowns
{
    /// <summary>The row with a note on them.</summary>
    public static AssessedImpact Told(AssessedImpact row, IReadOnlyList<KnownValue> values, IReadOnlyList<Measure> measures)
    {
        if (row.Start is not { } start || row.Refused is not null)
            return row;
        var begun = measures.Where(measure => row.Measures.Contains(measure.Id)).Select(MeasureMatching.StartOf).OfType<DateOnly>().Where(day => day < start).DefaultIfEmpty(start).Min();
        var between = values.Count(value => value.Middle >= begun && value.Middle < start && value.First < (row.From ?? start));
        if (between == 0)
            return row;
        var text = string.Create(CultureInfo.InvariantCulture, $"It took effect on {begun:yyyy-MM-dd}; what comes after is counted from the end of its wind-down. {(between == 1 ? "The value between is" : $"The {between} values between are")} left out of both sides.");
        return row with { Notes = [text, .. row.Notes] };
    }
}
