namespace Manometer.Model;

/// <summary>The earliest and the latest day a date allows.</summary>
/// <remarks>
/// Seasons without a hemisphere (21 to 24) are taken as those of the north, by the months meteorologists use: spring March to May, summer June to August, autumn September
/// to November, winter December to February of the next year. The same for 25 to 28; 29 to 32 are those of the south. Quarters, quadrimesters and semesters are exact.
/// A qualifier (uncertain, approximate) widens nothing: by how much, nobody has said.
/// </remarks>
internal static class EdtfBounds
{
    private const int CommonYear = 2001;
    private const int LeapYear = 2000;

    public static CalendarDay Earliest(EdtfPart part)
    {
        if (part.IsLongYear)
            return new CalendarDay(SignificantRange(part).First, 1, 1);
        if (part.IsSeason)
        {
            var (first, _) = SeasonMonths(part.Month);
            return new CalendarDay(Limit(part, low: true), first, 1);
        }

        if (!part.HasUnspecified)
            return new CalendarDay(part.Year, Math.Max(1, part.Month), Math.Max(1, part.Day));
        for (var year = Limit(part, low: true); ; year++)
            if (YearFits(part, year) && FirstIn(part, year) is { } day)
                return day;
    }

    public static CalendarDay Latest(EdtfPart part)
    {
        if (part.IsLongYear)
            return new CalendarDay(SignificantRange(part).Last, 12, 31);
        if (part.IsSeason)
        {
            var (_, last) = SeasonMonths(part.Month);
            var year = Limit(part, low: false) + (last > 12 ? 1 : 0);
            var month = last > 12 ? last - 12 : last;
            return new CalendarDay(year, month, DaysIn(year, month));
        }

        if (!part.HasUnspecified)
        {
            var month = part.Month == 0 ? 12 : part.Month;
            return new CalendarDay(part.Year, month, part.Day == 0 ? DaysIn(part.Year, month) : part.Day);
        }

        for (var year = Limit(part, low: false); ; year--)
            if (YearFits(part, year) && LastIn(part, year) is { } day)
                return day;
    }

    /// <summary>Days of a month of the proleptic Gregorian calendar, in any year.</summary>
    public static int DaysIn(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Is there any day the date allows? False for 2015-02-3X.</summary>
    public static bool HasDay(EdtfPart part)
    {
        if (!part.HasUnspecified || part.IsSeason)
            return true;
        if (FirstIn(part, CommonYear) is not null)
            return true;
        if (FirstIn(part, LeapYear) is null)
            return false;
        for (var year = Limit(part, low: true); year <= Limit(part, low: false); year++) // 29 February, and no other day
            if (DaysIn(year, 2) == 29 && YearFits(part, year))
                return true;
        return false;
    }

    private static CalendarDay? FirstIn(EdtfPart part, long year)
    {
        for (var month = 1; month <= 12; month++)
            if (MonthFits(part, month))
                for (var day = 1; day <= DaysIn(year, month); day++)
                    if (DayFits(part, day))
                        return new CalendarDay(year, month, day);
        return null;
    }

    private static CalendarDay? LastIn(EdtfPart part, long year)
    {
        for (var month = 12; month >= 1; month--)
            if (MonthFits(part, month))
                for (var day = DaysIn(year, month); day >= 1; day--)
                    if (DayFits(part, day))
                        return new CalendarDay(year, month, day);
        return null;
    }

    // the smallest or largest year the digits allow; digits of a negative year count away from zero, and there is no year -0000
    private static long Limit(EdtfPart part, bool low)
    {
        var magnitude = Math.Abs(part.Year);
        var negative = part.Year < 0 || part.Rest.Form == 2;
        var fill = 0L;
        for (int bit = 3, weight = 1000; bit >= 0; bit--, weight /= 10)
            if ((part.Rest.YearMask >> bit & 1) != 0)
                fill += 9 * weight;
        return negative ? (low ? -(magnitude + fill) : Math.Min(-1, -magnitude)) : (low ? magnitude : magnitude + fill);
    }

    private static bool YearFits(EdtfPart part, long year)
    {
        long wanted = Math.Abs(part.Year), actual = Math.Abs(year);
        for (var bit = 0; bit < 4; bit++, wanted /= 10, actual /= 10)
            if ((part.Rest.YearMask >> bit & 1) == 0 && wanted % 10 != actual % 10)
                return false;
        return true;
    }

    private static bool MonthFits(EdtfPart part, int month) => part.Month == 0 && part.Rest.MonthMask == 0 || Fits(part.Month, part.Rest.MonthMask, month);

    private static bool DayFits(EdtfPart part, int day) => part.Day == 0 && part.Rest.DayMask == 0 || Fits(part.Day, part.Rest.DayMask, day);

    private static bool Fits(int pattern, int mask, int value) =>
        ((mask & 2) != 0 || pattern / 10 == value / 10) && ((mask & 1) != 0 || pattern % 10 == value % 10);

    private static (long First, long Last) SignificantRange(EdtfPart part)
    {
        if (part.Rest.Significant == 0)
            return (part.Year, part.Year);
        var magnitude = Math.Abs(part.Year);
        var digits = part.Rest.Form == 0 ? 4 : 0;
        if (digits == 0)
            for (var rest = magnitude; rest > 0; rest /= 10)
                digits++;
        var size = 1L;
        for (var i = part.Rest.Significant; i < digits; i++)
            size *= 10;
        var low = magnitude / size * size;
        return part.Year < 0 ? (-(low + size - 1), -low) : (low, low + size - 1);
    }

    private static (int First, int Last) SeasonMonths(int code) => code switch
    {
        21 or 25 or 31 => (3, 5),
        22 or 26 or 32 => (6, 8),
        23 or 27 or 29 => (9, 11),
        24 or 28 or 30 => (12, 14),
        <= 36 => ((code - 33) * 3 + 1, (code - 33) * 3 + 3),
        <= 39 => ((code - 37) * 4 + 1, (code - 37) * 4 + 4),
        _ => ((code - 40) * 6 + 1, (code - 40) * 6 + 6),
    };
}
