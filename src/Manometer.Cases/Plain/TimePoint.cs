using System.Globalization;

namespace Manometer.Cases;

/// <summary>A point on a time axis: a day, month, quarter, year or whole number.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Value">Days since 0001-01-01; months or quarters since the year 0; the year; the number.</param>
public readonly record struct TimePoint(TimeUnit Unit, long Value) : IComparable<TimePoint>
{
    /// <summary>Is it a day, month, quarter or year of the calendar, year 1 to 9999?</summary>
    internal bool IsOfCalendar => Unit switch
    {
        TimeUnit.Day => Value >= 0 && Value <= DateOnly.MaxValue.DayNumber,
        TimeUnit.Month => Value is >= 12 and < 120_000,
        TimeUnit.Quarter => Value is >= 4 and < 40_000,
        TimeUnit.Year => Value is >= 1 and < 10_000,
        _ => false,
    };

    /// <summary>The first day it covers; null for a number.</summary>
    public DateOnly? FirstDay => Unit switch
    {
        TimeUnit.Day => DateOnly.FromDayNumber((int)Value),
        TimeUnit.Month => new DateOnly((int)(Value / 12), (int)(Value % 12) + 1, 1),
        TimeUnit.Quarter => new DateOnly((int)(Value / 4), (int)(Value % 4) * 3 + 1, 1),
        TimeUnit.Year => new DateOnly((int)Value, 1, 1),
        _ => null,
    };

    /// <summary>The last day it covers; null for a number.</summary>
    public DateOnly? LastDay => Unit switch
    {
        TimeUnit.Number => null,
        TimeUnit.Day => FirstDay,
        TimeUnit.Month => LastOfMonth(FirstDay!.Value),
        TimeUnit.Quarter => LastOfMonth(FirstDay!.Value.AddMonths(2)),
        _ => new DateOnly((int)Value, 12, 31),
    };

    /// <summary>Months between two points, in calendar months of 30.4375 days where days count; numbers are taken as they are.</summary>
    public double MonthsSince(TimePoint earlier) => Unit switch
    {
        TimeUnit.Day => (Value - earlier.Value) / 30.4375,
        TimeUnit.Quarter => 3.0 * (Value - earlier.Value),
        TimeUnit.Year => 12.0 * (Value - earlier.Value),
        _ => Value - earlier.Value,
    };

    /// <summary>The point of a coarser unit that a day falls in; a week is named by its Monday.</summary>
    public static TimePoint Of(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => new TimePoint(unit, day.DayNumber),
        TimeUnit.Month => new TimePoint(unit, 12L * day.Year + day.Month - 1),
        TimeUnit.Quarter => new TimePoint(unit, 4L * day.Year + (day.Month - 1) / 3),
        TimeUnit.Year => new TimePoint(unit, day.Year),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "a unit of the calendar"),
    };

    /// <summary>Reads a day (<c>2017-03-15</c>, also at midnight: <c>2017-03-15T00:00:00</c>), a month (<c>2017-03</c>), a quarter (<c>2017-Q1</c>) or a whole number. A year reads as a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimePoint point)
    {
        point = default;
        text = text.Trim();
        if (text.Length is 0 or > 32)
            return false;
        if (text.Length <= 18 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            point = new TimePoint(TimeUnit.Number, number);
            return true;
        }

        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (text.Length == 10 || IsMidnight(text[10..])))
        {
            point = Of(day, TimeUnit.Day);
            return true;
        }

        if (text.Length is 6 or 7 && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            var rest = text[4] == '-' ? text[5..] : text[4..];
            if (rest is ['Q' or 'q', >= '1' and <= '4'])
            {
                point = new TimePoint(TimeUnit.Quarter, 4L * year + rest[1] - '1');
                return true;
            }

            if (text[4] == '-' && rest.Length == 2 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
            {
                point = new TimePoint(TimeUnit.Month, 12L * year + month - 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>Order of value; of different units, order of unit.</summary>
    public int CompareTo(TimePoint other) => Unit == other.Unit ? Value.CompareTo(other.Value) : Unit.CompareTo(other.Unit);

    /// <summary>As it is read: <c>2017-03-15</c>, <c>2017-03</c>, <c>2017-Q1</c>, <c>2017</c>.</summary>
    public override string ToString() => Unit switch
    {
        TimeUnit.Day => FirstDay!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{Value / 12:0000}-{Value % 12 + 1:00}"),
        TimeUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Value / 4:0000}-Q{Value % 4 + 1}"),
        TimeUnit.Year => Value.ToString("0000", CultureInfo.InvariantCulture),
        _ => Value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Earlier?</summary>
    public static bool operator <(TimePoint left, TimePoint right) => left.CompareTo(right) < 0;

    /// <summary>Later?</summary>
    public static bool operator >(TimePoint left, TimePoint right) => left.CompareTo(right) > 0;

    /// <summary>Not later?</summary>
    public static bool operator <=(TimePoint left, TimePoint right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier?</summary>
    public static bool operator >=(TimePoint left, TimePoint right) => left.CompareTo(right) >= 0;

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    // T00:00:00, with fractions of zeros and a zone of zeros
    private static bool IsMidnight(ReadOnlySpan<char> rest) => rest[0] is 'T' or ' ' && rest.Length >= 6 && rest[1..].IndexOfAnyExcept("0:.+Z") < 0;
}
