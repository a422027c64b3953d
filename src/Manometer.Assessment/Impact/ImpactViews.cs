using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Sets every measure beside every outcome series it may have moved.</summary>
internal static class ImpactViews
{
    private const int LeastValues = 5;

    /// <summary>The rows; null when no measure is in question for any outcome series.</summary>
    public static AssessedImpacts? Build(Case @case, IReadOnlyList<Measure> measures, DateOnly asOf)
    {
        var drafts = new List<ImpactDraft>();
        var structural = new StructuralRows();
        foreach (var series in @case.Series)
            if (series.Role == SeriesRole.Outcome && SeriesViews.IsShown(series))
                drafts.AddRange(Rows(@case, series, measures, asOf, structural));
        if (drafts.Count == 0)
            return null;
        var byName = @case.Series.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var flagged = new HashSet<string>(StringComparer.Ordinal);
        var rows = ImpactMultiplicity.Adjust(drafts).Select(row => WithRivals(ImpactWinddowns.Told(row, KnownValue.Of(byName[row.Series], asOf), measures), byName[row.Series], @case.Rivals, asOf, flagged)).ToList();
        return new AssessedImpacts
        {
            Rules = ImpactRules.InWords(@case.Header.MaxLagMonths),
            Rows = rows,
            Rivals = [.. @case.Rivals.Where(rival => flagged.Contains(rival.Id)).Select(rival => new ImpactRival(rival.Id, rival.Name, rival.When.ToString(), rival.Pressure, rival.Summary, rival.SourceUrl, Word.Of(rival.Verification)))],
        };
    }

    private static IEnumerable<ImpactDraft> Rows(Case @case, Series series, IReadOnlyList<Measure> measures, DateOnly asOf, StructuralRows structural)
    {
        var frame = new ImpactFrame(@case, series, asOf);
        var candidates = ImpactQuestions.Candidates(series, measures, @case.Header.Period, frame.Values);
        if (candidates.Count == 0 || frame.Values.Count == 0)
            return [];
        if (frame.Values.Count < LeastValues)
            return [frame.Refuse(null, "TOO_FEW", $"{(frame.Values.Count == 1 ? "One value" : $"{frame.Values.Count} values")}; {LeastValues} are needed.")];
        var grid = SeriesGrid.Of(frame.Values);
        var days = grid?.Step switch { GridStep.Year => 366, GridStep.Quarter => 92, _ => 31 };
        var questions = ImpactQuestions.Merge(candidates, frame.Values, days);
        if (questions.Count == 0)
            return [frame.Refuse(null, "NO_DATE_WITHIN", $"No measure in question begins within its values, {frame.Values[0].Date} to {frame.Values[^1].Date}.")];
        if (frame.HitsZero && frame.Values.TrueForAll(one => one.Value == 0))
            return [.. questions.Select(question => frame.Refuse(question, "HITS_ZERO", "All values are 0."))];
        var kept = ImpactQuestions.Keep(questions, ImpactRules.MostDates);
        var left = questions.Except(kept).Select(question => frame.Refuse(question, "MANY_DATES", $"At most {ImpactRules.MostDates} dates a series are looked at: those with the most measures."));
        return [.. Computed(frame, grid, kept, structural).Concat(left).OrderBy(one => one.Row.Start)];
    }

    private static IEnumerable<ImpactDraft> Computed(ImpactFrame frame, SeriesGrid? grid, List<ImpactQuestion> questions, StructuralRows structural)
    {
        if (frame.HitsZero)
            return OccupancyRows.Of(frame, questions);
        if (frame.Series.Panel is not null)
            return SyntheticRows.Of(frame, questions);
        if (grid is null || !questions.Exists(question => StructuralRows.IsFor(grid, question)))
            return InterruptedRows.Of(frame, frame.Values, questions);
        var rows = new List<ImpactDraft>();
        for (var i = 0; i < questions.Count; i++)
        {
            var next = i + 1 < questions.Count ? questions[i + 1] : null;
            if (StructuralRows.IsFor(grid, questions[i]))
                rows.Add(structural.Of(frame, grid, questions[i], next, first: i == 0));
            else // too near an end of the series: the stretch about it is read as a sparse one
                rows.AddRange(InterruptedRows.Of(frame, [.. frame.Values.Where(value => (next is null || value.Last < next.Start) && (i == 0 || value.First >= questions[i - 1].Start))], [questions[i]]));
        }

        return rows;
    }

    private static AssessedImpact WithRivals(AssessedImpact row, Series series, IReadOnlyList<Rival> rivals, DateOnly asOf, HashSet<string> flagged)
    {
        if (row.Start is not { } start)
            return row;
        var until = row.Until is { } last && last < asOf ? last : asOf;
        var found = ImpactRivals.Of(rivals, series, start, until);
        foreach (var rival in found)
            flagged.Add(rival.Id);
        return row with { Rivals = [.. found.Select(rival => rival.Id)] };
    }
}
