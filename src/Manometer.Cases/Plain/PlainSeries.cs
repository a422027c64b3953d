using System.Globalization;

namespace Manometer.Cases;

/// <summary>Columns of numbers over one time axis, in order of time.</summary>
/// <param name="Times">The axis.</param>
/// <param name="Columns">The columns, as they were asked for.</param>
/// <param name="Notes">What was done to the rows, in words, for whoever reads the result.</param>
public sealed record PlainSeries(TimeAxis Times, IReadOnlyList<PlainColumn> Columns, IReadOnlyList<string> Notes)
{
    /// <summary>Gathers the rows into longer periods by a stated rule. A period without a value stays missing; nothing is filled in.</summary>
    /// <remarks>Days and months go into any longer period; a sum wants every step of the period, and by that the first and last period may fall out.</remarks>
    /// <exception cref="ArgumentException">The rows have no dates, or are longer than the period.</exception>
    public PlainSeries Aggregate(AggregationPeriod period, AggregationRule rule)
    {
        var length = period switch { AggregationPeriod.Day => 1, AggregationPeriod.Week => 7, AggregationPeriod.Month => 30, AggregationPeriod.Quarter => 90, _ => 365 };
        var own = Times.Unit switch { TimeUnit.Day => 1, TimeUnit.Month => 30, TimeUnit.Quarter => 90, TimeUnit.Year => 365, _ => int.MaxValue };
        if (own > length)
            throw new ArgumentException(own == int.MaxValue ? "rows without dates have no days, weeks, months or years" : $"a row is a {Times.Unit.ToString().ToLowerInvariant()}, which is longer than a {period.ToString().ToLowerInvariant()}", nameof(period));
        var groups = new List<(TimePoint Period, int From, int To)>();
        for (var row = 0; row < Times.Count; row++)
        {
            var of = PeriodOf(Times.Points[row].FirstDay!.Value, period);
            if (groups.Count > 0 && groups[^1].Period == of)
                groups[^1] = groups[^1] with { To = row + 1 };
            else
                groups.Add((of, row, row + 1));
        }

        var columns = Columns.Select(column => column with { Values = [.. groups.Select(group => Gather(column.Values, group, period, rule))] }).ToList();
        var note = string.Create(CultureInfo.InvariantCulture, $"{Times.Count} rows gathered into {groups.Count} {period.ToString().ToLowerInvariant()}s by their {rule.ToString().ToLowerInvariant()}");
        var empty = columns.Max(column => column.Missing);
        if (empty > 0)
            note += string.Create(CultureInfo.InvariantCulture, $"; {empty} without a value{(rule == AggregationRule.Sum ? ", as a sum wants every step of its period" : "")}");
        return new PlainSeries(TimeAxis.Of([.. groups.Select(group => group.Period)], [.. groups.Select(group => group.Period.ToString())]), columns, [.. Notes, note]);
    }

    private double Gather(double[] values, (TimePoint Period, int From, int To) group, AggregationPeriod period, AggregationRule rule)
    {
        var rows = values.AsSpan(group.From, group.To - group.From);
        if (rule == AggregationRule.Sum)
        {
            if (!IsWhole(group, period))
                return double.NaN;
            var total = 0.0;
            foreach (var value in rows)
                total += value;
            return total;
        }

        var there = new List<double>(rows.Length);
        foreach (var value in rows)
            if (!double.IsNaN(value))
                there.Add(value);
        if (there.Count == 0)
            return double.NaN;
        if (rule == AggregationRule.Last)
            return there[^1];
        if (rule == AggregationRule.Mean)
            return there.Average();
        there.Sort();
        return there.Count % 2 == 1 ? there[there.Count / 2] : there[there.Count / 2 - 1] / 2 + there[there.Count / 2] / 2;
    }

    // has the period a row for every step of the axis that begins in it?
    private bool IsWhole((TimePoint Period, int From, int To) group, AggregationPeriod period)
    {
        if (!Times.IsRegular || Times.Count < 2)
            return false;
        var (first, last) = (Times.PositionOf(group.From), Times.PositionOf(group.To - 1));
        if (last - first != group.To - 1 - group.From)
            return false;
        if (group.From > 0)
            first = Times.PositionOf(group.From - 1) + 1 == first ? first : -1;
        else if (Times.Points[0].FirstDay!.Value != group.Period.FirstDay!.Value && IsIn(Times.Points[0], -Times.Step))
            first = -1;
        if (group.To < Times.Count)
            last = Times.PositionOf(group.To) == last + 1 ? last : -1;
        else if (IsIn(Times.Points[^1], Times.Step))
            last = -1;
        return first >= 0 && last >= 0;

        // would a row one step on still begin in the period? Before year 1 and after 9999 no day begins
        bool IsIn(TimePoint point, long step) => (point with { Value = point.Value + step }) is { IsOfCalendar: true } next && PeriodOf(next.FirstDay!.Value, period) == group.Period;
    }

    private static TimePoint PeriodOf(DateOnly day, AggregationPeriod period) => period switch
    {
        AggregationPeriod.Day => TimePoint.Of(day, TimeUnit.Day),
        AggregationPeriod.Week => TimePoint.Of(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), TimeUnit.Day),
        AggregationPeriod.Month => TimePoint.Of(day, TimeUnit.Month),
        AggregationPeriod.Quarter => TimePoint.Of(day, TimeUnit.Quarter),
        _ => TimePoint.Of(day, TimeUnit.Year),
    };
}
