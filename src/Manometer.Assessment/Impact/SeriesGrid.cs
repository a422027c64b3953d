using System.Globalization;

namespace Manometer.Assessment;

/// <summary>A series laid on even steps, NaN where there is no value.</summary>
internal sealed record SeriesGrid(GridStep Step, int First, double[] Values)
{
    private const double LateInPeriod = 0.9;

    public int Count => Values.Length;

    /// <summary>The grid of a series; null when its dates are not all months, quarters or years, or fewer than 95 in 100 steps are of one period.</summary>
    public static SeriesGrid? Of(IReadOnlyList<KnownValue> values)
    {
        if (values.Count < 2 || StepOf(values) is not { } step)
            return null;
        var (even, last) = (0, 0);
        for (var i = 0; i < values.Count; i++)
        {
            var at = Index(step, values[i].First);
            if (i > 0 && at <= last)
                return null;
            if (i > 0 && at == last + 1)
                even++;
            last = at;
        }

        if (even < 0.95 * (values.Count - 1))
            return null;
        var first = Index(step, values[0].First);
        var cells = new double[last - first + 1];
        Array.Fill(cells, double.NaN);
        foreach (var value in values)
            cells[Index(step, value.First) - first] = value.Value;
        return new SeriesGrid(step, first, cells);
    }

    /// <summary>The step all dates are of; null when they differ, or are of another.</summary>
    public static GridStep? StepOf(IReadOnlyList<KnownValue> values)
    {
        foreach (var step in new[] { GridStep.Month, GridStep.Quarter, GridStep.Year })
            if (values.All(value => value.First == FirstDay(step, Index(step, value.First)) && value.Last == FirstDay(step, Index(step, value.First) + 1).AddDays(-1)))
                return step;
        return null;
    }

    public static int Index(GridStep step, DateOnly day) => step switch
    {
        GridStep.Month => day.Year * 12 + day.Month - 1,
        GridStep.Quarter => day.Year * 4 + (day.Month - 1) / 3,
        _ => day.Year,
    };

    public static DateOnly FirstDay(GridStep step, int index) => step switch
    {
        GridStep.Month => new DateOnly(index / 12, index % 12 + 1, 1),
        GridStep.Quarter => new DateOnly(index / 4, index % 4 * 3 + 1, 1),
        _ => new DateOnly(index, 1, 1),
    };

    public static DateOnly LastDay(GridStep step, int index) => FirstDay(step, index + 1).AddDays(-1);

    public static DateOnly Middle(GridStep step, int index) => DateOnly.FromDayNumber((FirstDay(step, index).DayNumber + LastDay(step, index).DayNumber) / 2);

    public static string Name(GridStep step, int index) => step switch
    {
        GridStep.Month => string.Create(CultureInfo.InvariantCulture, $"{index / 12:0000}-{index % 12 + 1:00}"),
        GridStep.Quarter => string.Create(CultureInfo.InvariantCulture, $"{index / 4:0000}-{33 + index % 4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{index:0000}"),
    };

    /// <summary>The first period that counts as after a day: the one that holds it, or the next when it falls on its last tenth.</summary>
    public static int FirstAfter(GridStep step, DateOnly start)
    {
        var index = Index(step, start);
        var (first, next) = (FirstDay(step, index), FirstDay(step, index + 1));
        return start.DayNumber - first.DayNumber > LateInPeriod * (next.DayNumber - first.DayNumber) ? index + 1 : index;
    }

    /// <summary>Periods that are followed at most.</summary>
    public static int Horizon(GridStep step, int months) => Math.Max(1, step switch { GridStep.Month => months, GridStep.Quarter => months / 3, _ => ImpactRules.MostYears });
}
