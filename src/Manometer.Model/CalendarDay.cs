namespace Manometer.Model;

/// <summary>A day of the proleptic Gregorian calendar, of any year; ordered in time.</summary>
/// <param name="Year">Astronomical year: 0 is 1 BCE, negative before it. Any 64-bit value.</param>
/// <param name="Month">1..12.</param>
/// <param name="Day">1..31, as the month allows.</param>
public readonly record struct CalendarDay(long Year, int Month, int Day) : IComparable<CalendarDay>
{
    /// <summary>The same day as a <see cref="DateOnly"/>; null outside the years 1..9999.</summary>
    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly((int)Year, Month, Day) : null;

    /// <inheritdoc/>
    public int CompareTo(CalendarDay other)
    {
        var byYear = Year.CompareTo(other.Year);
        if (byYear != 0)
            return byYear;
        var byMonth = Month.CompareTo(other.Month);
        return byMonth != 0 ? byMonth : Day.CompareTo(other.Day);
    }

    /// <summary>Is the left day earlier than the right one?</summary>
    public static bool operator <(CalendarDay left, CalendarDay right) => left.CompareTo(right) < 0;

    /// <summary>Is the left day later than the right one?</summary>
    public static bool operator >(CalendarDay left, CalendarDay right) => left.CompareTo(right) > 0;

    /// <summary>Is the left day earlier than the right one, or the same?</summary>
    public static bool operator <=(CalendarDay left, CalendarDay right) => left.CompareTo(right) <= 0;

    /// <summary>Is the left day later than the right one, or the same?</summary>
    public static bool operator >=(CalendarDay left, CalendarDay right) => left.CompareTo(right) >= 0;
}
