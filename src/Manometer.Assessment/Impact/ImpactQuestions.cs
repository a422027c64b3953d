using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Which dates are in question for a series. Looks at dates only, never at values.</summary>
internal static class ImpactQuestions
{
    private const int LongestWinddownDays = 366;

    /// <summary>The measures whose effect on the series is in question, with the day each begins.</summary>
    public static List<(Measure Measure, DateOnly Start)> Candidates(Series series, IReadOnlyList<Measure> measures, Edtf period, IReadOnlyList<KnownValue> values)
    {
        var named = Started(measures.Where(one => series.Measures.Contains(one.Id) && one.Status != MeasureStatus.Disputed));
        if (series.Measures.Count > 0)
            return named;
        var binding = Started(measures.Where(one => one is { Effect: MeasureEffect.Tightens, Status: not (MeasureStatus.Disputed or MeasureStatus.Statement) }));
        if (period.FirstDay is { } from)
            binding.RemoveAll(one => one.Start < from);
        var aimed = series.Sector is null ? [] : binding.Where(one => one.Measure.Sectors.Contains(series.Sector)).ToList();
        if (aimed.Any(one => Divides(one.Start, values)))
            return aimed;
        var broad = binding.Where(one => one.Measure.Sectors.Contains("all")).ToList();
        return aimed.Count == 0 || broad.Any(one => Divides(one.Start, values)) ? broad : aimed;
    }

    /// <summary>The dates in question, in order: those within the values, merged where they cannot be told apart.</summary>
    public static List<ImpactQuestion> Merge(IReadOnlyList<(Measure Measure, DateOnly Start)> candidates, IReadOnlyList<KnownValue> values, int periodDays)
    {
        var groups = new List<List<(Measure Measure, DateOnly Start)>>();
        foreach (var one in candidates.Where(one => Divides(one.Start, values)).OrderBy(one => one.Start).ThenBy(one => one.Measure.Id, StringComparer.Ordinal))
        {
            var open = groups.Count > 0 ? groups[^1] : null;
            var apart = open is not null && one.Start.DayNumber - open[0].Start.DayNumber > periodDays
                && values.Any(value => value.Middle >= open[0].Start && value.Middle < one.Start);
            if (open is null || apart)
                groups.Add([one]);
            else
                open.Add(one);
        }

        return [.. groups.Select(group => new ImpactQuestion(group[0].Start, [.. group.Select(one => one.Measure)]))];
    }

    /// <summary>Those kept when there are too many: most measures first, then the earliest; in order of time again.</summary>
    public static List<ImpactQuestion> Keep(IReadOnlyList<ImpactQuestion> questions, int most) =>
        [.. questions.OrderByDescending(one => one.Measures.Count).ThenBy(one => one.Start).Take(most).OrderBy(one => one.Start)];

    /// <summary>The day a measure begins to act: its effective day, or the end of its wind-down where that comes within a year. A longer one is of a part of the measure.</summary>
    public static DateOnly? StartOf(Measure measure) =>
        MeasureMatching.StartOf(measure) is not { } start ? null
        : measure.WinddownEnd?.LastDay is { } end && end > start && end.DayNumber - start.DayNumber <= LongestWinddownDays ? end : start;

    private static List<(Measure Measure, DateOnly Start)> Started(IEnumerable<Measure> measures)
    {
        var started = new List<(Measure, DateOnly)>();
        foreach (var measure in measures)
            if (StartOf(measure) is { } start)
                started.Add((measure, start));
        return started;
    }

    private static bool Divides(DateOnly start, IReadOnlyList<KnownValue> values) =>
        values.Count > 1 && values[0].Middle < start && values[^1].Last >= start;
}
