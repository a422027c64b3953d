using System.Globalization;
using System.Numerics;

namespace Manometer.Cases;

/// <summary>The times of a series, ascending, each once; with its regular grid, where it has one.</summary>
/// <remarks>
/// Days that are all firsts, or all lasts, of a month are taken as months. Where steps of one day are the most common and some days of the week never occur,
/// steps are counted in the days of the week that do: a series of trading days is regular, its holidays are missing steps.
/// </remarks>
public sealed class TimeAxis
{
    /// <summary>The least share of steps that must have the most common length for the axis to count as regular.</summary>
    public const double RegularShare = 0.95;

    private readonly long[] _ordinals;
    private readonly int _week;

    private TimeAxis(TimePoint[] points, string[] labels, bool fromRows)
    {
        (Points, Labels, AreRowNumbers) = (points, labels, fromRows);
        Unit = points.Length == 0 ? TimeUnit.Number : points[0].Unit;
        _ordinals = [.. points.Select(point => point.Value)];
        var (step, share) = Modal(_ordinals);
        if (Unit == TimeUnit.Day && step == 1)
        {
            foreach (var point in points)
                _week |= 1 << (int)point.FirstDay!.Value.DayOfWeek;
            if (BitOperations.PopCount((uint)_week) is > 1 and < 7)
            {
                _ordinals = [.. points.Select(point => OrdinalInWeek(point.Value))];
                (step, share) = Modal(_ordinals);
            }
            else
            {
                _week = 0;
            }
        }

        (Step, StepShare) = (step, share);
        var onGrid = step > 0 && _ordinals.All(one => (one - _ordinals[0]) % step == 0);
        IsRegular = points.Length < 2 || (share >= RegularShare && onGrid && (_ordinals[^1] - _ordinals[0]) / step < 50_000_000);
        GridLength = points.Length == 0 ? 0 : IsRegular && points.Length > 1 ? (int)((_ordinals[^1] - _ordinals[0]) / step) + 1 : points.Length;
    }

    /// <summary>The points, ascending.</summary>
    public IReadOnlyList<TimePoint> Points { get; }

    /// <summary>Each point as the file writes it.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Had the file no column of times, so that the rows were numbered from 1?</summary>
    public bool AreRowNumbers { get; }

    /// <summary>What is counted.</summary>
    public TimeUnit Unit { get; }

    /// <summary>Number of points.</summary>
    public int Count => Points.Count;

    /// <summary>The most common distance of neighbours, in units; the smaller of two equally common ones. 0 with fewer than two points.</summary>
    public long Step { get; }

    /// <summary>Share of the distances that have this length, 0..1.</summary>
    public double StepShare { get; }

    /// <summary>Do nearly all steps (<see cref="RegularShare"/>) have one length, and all points lie on the grid it makes?</summary>
    public bool IsRegular { get; }

    /// <summary>Number of grid points from first to last, the missing ones too; the number of points where there is no grid.</summary>
    public int GridLength { get; }

    /// <summary>Grid points without a row.</summary>
    public int Missing => GridLength - Count;

    /// <summary>The grid point of a row, from 0; the row itself where there is no grid.</summary>
    public int PositionOf(int row) => IsRegular && Count > 1 ? (int)((_ordinals[row] - _ordinals[0]) / Step) : row;

    /// <summary>The point at a position of the grid.</summary>
    public TimePoint AtPosition(int position)
    {
        if (!IsRegular || Count < 2)
            return Points[position];
        var ordinal = _ordinals[0] + position * Step;
        return new TimePoint(Unit, _week == 0 ? ordinal : DayOfOrdinal(ordinal));
    }

    /// <summary>The label at a position of the grid: the file's own where it has a row there.</summary>
    public string LabelAt(int position)
    {
        if (!IsRegular || Count < 2)
            return Labels[position];
        var found = Array.BinarySearch(_ordinals, _ordinals[0] + position * Step);
        return found >= 0 ? Labels[found] : AtPosition(position).ToString();
    }

    /// <summary>The values of the rows on the grid; NaN where a step is missing. Nothing is filled in.</summary>
    public double[] OnGrid(ReadOnlySpan<double> values)
    {
        var grid = new double[GridLength];
        Array.Fill(grid, double.NaN);
        for (var row = 0; row < Count; row++)
            grid[PositionOf(row)] = values[row];
        return grid;
    }

    /// <summary>The last row that ends on or before a time; -1 when there is none. A coarse time means its end: 2012-06 is the 30th of June.</summary>
    public int LastUpTo(TimePoint time)
    {
        var row = Count - 1;
        while (row >= 0 && Compare(Points[row], time, end: true) > 0)
            row--;
        return row;
    }

    /// <summary>The first row that begins on or after a time; <see cref="Count"/> when there is none. A coarse time means its beginning: 2012-07 is the 1st of July.</summary>
    public int FirstFrom(TimePoint time)
    {
        var row = 0;
        while (row < Count && Compare(Points[row], time, end: false) < 0)
            row++;
        return row;
    }

    /// <summary>Reads a time given by a user so that it can be compared with this axis; false, with what is wanted, when it cannot be.</summary>
    public bool TryRead(string text, out TimePoint time, out string wanted)
    {
        wanted = Unit == TimeUnit.Number ? AreRowNumbers ? "a row number, from 1" : "a whole number" : Unit switch
        {
            TimeUnit.Year => "a year, such as 2012, or a date",
            TimeUnit.Month => "a month, such as 2012-07, or a date",
            TimeUnit.Quarter => "a quarter, such as 2012-Q3, or a date",
            _ => "a date, such as 2012-07-01, 2012-07 or 2012",
        };
        if (!TimePoint.TryParse(text, out time))
            return false;
        if (time.Unit == TimeUnit.Number && Unit != TimeUnit.Number && time.Value is > 0 and < 10_000)
            time = time with { Unit = TimeUnit.Year };
        return (time.Unit == TimeUnit.Number) == (Unit == TimeUnit.Number);
    }

    /// <summary>The step in words: <c>1 month</c>, <c>7 days</c>, <c>1 working day</c>.</summary>
    public string StepWords()
    {
        var noun = Unit switch
        {
            TimeUnit.Number => AreRowNumbers ? "row" : "step",
            TimeUnit.Day => _week == 0 ? "day" : $"day of those in a week of {BitOperations.PopCount((uint)_week)}",
            TimeUnit.Month => "month",
            TimeUnit.Quarter => "quarter",
            _ => "year",
        };
        if (_week != 0 && BitOperations.PopCount((uint)_week) == 5)
            noun = "working day";
        return string.Create(CultureInfo.InvariantCulture, $"{Step} {(Step == 1 ? noun : noun + "s")}");
    }

    /// <summary>Makes an axis of ascending points of one unit.</summary>
    internal static TimeAxis Of(TimePoint[] points, string[] labels, bool fromRows = false)
    {
        if (points.Length > 1 && points[0].Unit == TimeUnit.Day)
        {
            var days = points.Select(point => point.FirstDay!.Value).ToList();
            if (days.TrueForAll(day => day.Day == 1) || days.TrueForAll(day => day.Day == DateTime.DaysInMonth(day.Year, day.Month)))
                points = [.. days.Select(day => TimePoint.Of(day, TimeUnit.Month))];
        }

        return new TimeAxis(points, labels, fromRows);
    }

    private static int Compare(TimePoint point, TimePoint time, bool end)
    {
        if (point.Unit == time.Unit)
            return point.Value.CompareTo(time.Value);
        return end ? point.LastDay!.Value.CompareTo(time.LastDay!.Value) : point.FirstDay!.Value.CompareTo(time.FirstDay!.Value);
    }

    private static (long Step, double Share) Modal(long[] ordinals)
    {
        if (ordinals.Length < 2)
            return (0, 0);
        var counts = new Dictionary<long, int>();
        for (var i = 1; i < ordinals.Length; i++)
        {
            var step = ordinals[i] - ordinals[i - 1];
            counts[step] = counts.GetValueOrDefault(step) + 1;
        }

        var (best, most) = (0L, 0);
        foreach (var (step, count) in counts)
            if (count > most || (count == most && step < best))
                (best, most) = (step, count);
        return (best, most / (double)(ordinals.Length - 1));
    }

    // day numbers count from Monday, 0001-01-01
    private long OrdinalInWeek(long day) => day / 7 * BitOperations.PopCount((uint)_week) + BitOperations.PopCount((uint)(MondayFirst(_week) & ((1 << (int)(day % 7)) - 1)));

    private long DayOfOrdinal(long ordinal)
    {
        var size = BitOperations.PopCount((uint)_week);
        var mask = (uint)MondayFirst(_week);
        for (var i = 0L; i < ordinal % size; i++)
            mask &= mask - 1;
        return ordinal / size * 7 + BitOperations.TrailingZeroCount(mask);
    }

    // DayOfWeek counts from Sunday
    private static int MondayFirst(int week) => (week >> 1) | ((week & 1) << 6);
}
