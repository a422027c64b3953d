using System.Globalization;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Values between the day a measure took effect and the end of its wind-down, the date that is used: what moved in them counts as before.</summary>
internal static class ImpactWinddowns
{
    /// <summary>The row with a note on them; where it would say that no effect is seen, it says that the question is open.</summary>
    public static AssessedImpact Told(AssessedImpact row, IReadOnlyList<KnownValue> values, IReadOnlyList<Measure> measures)
    {
        if (row.Start is not { } start || row.Refused is not null)
            return row;
        var begun = measures.Where(measure => row.Measures.Contains(measure.Id)).Select(MeasureMatching.StartOf).OfType<DateOnly>().Where(day => day < start).DefaultIfEmpty(start).Min();
        var between = values.Count(value => value.Middle >= begun && value.Middle < start);
        if (between == 0)
            return row;
        var hidden = row.Reading == "none-seen";
        var text = string.Create(CultureInfo.InvariantCulture, $"It took effect on {begun:yyyy-MM-dd}; the date used is the end of its wind-down. {(between == 1 ? "The value" : $"The {between} values")} between count as before, so what moved in them is no part of the effect{(hidden ? ": that no effect is seen is not said" : "")}.");
        return row with { Reading = hidden ? "open" : row.Reading, Notes = [text, .. row.Notes] };
    }
}
