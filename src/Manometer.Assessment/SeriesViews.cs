using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Series up to the date, each with medians before and after the first measure of the period that aims at its sector.</summary>
internal static class SeriesViews
{
    /// <summary>Is it a series of the target's, and none that only serves for comparison with it?</summary>
    public static bool IsShown(Series series) => series.Panel is null || series.Treated;

    public static IReadOnlyList<AssessedSeries> Build(Case @case, DateOnly asOf, IReadOnlyList<Measure> measures) =>
        [.. @case.Series.Where(IsShown).Select(series => View(series, asOf, SplitFor(series, @case.Header.Period, measures)))];

    // output grows from year to year whatever is done: a panel is there because its own past is no measure
    private static AssessedSeries View(Series series, DateOnly asOf, DateOnly? split)
    {
        var points = new List<AssessedPoint>(series.Points.Count);
        foreach (var point in series.Points)
            if (point.Date is { FirstDay: { } first, LastDay: { } last } && last <= asOf)
                points.Add(new AssessedPoint { Date = point.Date.ToString(), First = first, Last = last, Value = point.Value, Source = point.Source, Note = point.Note });
        return new AssessedSeries
        {
            Name = series.Name,
            Title = series.Panel is null ? series.Title : $"{series.Title}: {series.MemberName ?? series.Member}",
            Unit = series.Unit,
            Place = series.Place,
            Sector = series.Sector,
            Indicator = series.Indicator,
            Role = Word.Of(series.Role),
            Pressure = series.Pressure,
            Points = points,
            Panel = series.Panel,
            Comparison = series.Panel is null && split is { } day ? Compare(points, day, rate: series.Unit.StartsWith("percent", StringComparison.Ordinal)) : null,
        };
    }

    /// <summary>First day of the earliest measure that begins within the period and is named by the series, or aims at its sector; else of the earliest that begins within it at all.</summary>
    private static DateOnly? SplitFor(Series series, Edtf period, IReadOnlyList<Measure> measures)
    {
        DateOnly? aimed = null, any = null;
        foreach (var measure in measures)
        {
            if (MeasureMatching.StartOf(measure) is not { } start || (period.FirstDay is { } from && start < from) || measure.Status == MeasureStatus.Disputed)
                continue;
            any = any is { } earliest && earliest <= start ? earliest : start;
            if (series.Measures.Count > 0 ? series.Measures.Contains(measure.Id) : series.Sector is not null && measure.Sectors.Contains(series.Sector))
                aimed = aimed is { } first && first <= start ? first : start;
        }

        return aimed ?? any;
    }

    /// <summary>A point that covers the dividing day belongs to neither side. A rate in percent has no change in percent.</summary>
    private static SeriesComparison? Compare(List<AssessedPoint> points, DateOnly split, bool rate)
    {
        var before = points.Where(point => point.Value is not null && point.Last < split).Select(point => point.Value!.Value).ToList();
        var after = points.Where(point => point.Value is not null && point.First >= split).Select(point => point.Value!.Value).ToList();
        if (before.Count < 2 || after.Count < 2)
            return null;
        var (earlier, later) = (Median(before), Median(after));
        return new SeriesComparison
        {
            Split = split,
            Before = before.Count,
            After = after.Count,
            MedianBefore = earlier,
            MedianAfter = later,
            ChangePercent = earlier == 0 || rate ? null : 100 * (later - earlier) / Math.Abs(earlier),
            SpreadBefore = before.Max() - before.Min(),
            Flat = later >= before.Min() && later <= before.Max(),
        };
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
