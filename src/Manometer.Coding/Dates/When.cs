using System.Globalization;

namespace Manometer.Coding;

/// <summary>A day, week, month or other unit of the calendar, with the days it spans.</summary>
/// <param name="Grain">The unit.</param>
/// <param name="First">Its first day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Last">Its last day.</param>
internal readonly record struct When(Grain Grain, int First, int Last)
{
    public const int FirstYear = 1, LastYear = 9990;

    public bool IsKnown => Grain != Grain.None;

    public DateOnly FirstDay => DateOnly.FromDayNumber(First);

    public DateOnly LastDay => DateOnly.FromDayNumber(Last);

    public int Year => FirstDay.Year;

    public int Month => FirstDay.Month;

    public static bool Exists(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    public static When OfDay(int year, int month, int day) => Exists(year, month, day) ? OfDay(new DateOnly(year, month, day).DayNumber) : default;

    public static When OfDay(int number) => number >= 0 && number < DateOnly.MaxValue.DayNumber - 4000 ? new When(Grain.Day, number, number) : default;

    public static When OfMonth(int year, int month) => Months(Grain.Month, year, month, 1);

    public static When OfYear(int year) => Months(Grain.Year, year, 1, 12);

    /// <summary>A season: 1 spring to 4 winter, that of the north from March on, that of the south from September on. It has the year of its first month.</summary>
    public static When OfSeason(int year, int season, bool southern) => Months(southern ? Grain.SouthernSeason : Grain.Season, year, southern && season < 3 ? 3 * season + 6 : southern ? 3 * season - 6 : 3 * season, 3);

    public static When OfQuarter(int year, int quarter) => Months(Grain.Quarter, year, 3 * quarter - 2, 3);

    public static When OfThird(int year, int third) => Months(Grain.Third, year, 4 * third - 3, 4);

    public static When OfHalf(int year, int half) => Months(Grain.Half, year, 6 * half - 5, 6);

    public static When OfDecade(int year) => year is >= 10 and < LastYear ? Months(Grain.Decade, year / 10 * 10, 1, 120) : default;

    public static When OfCentury(int hundred) => hundred is >= 1 and < 99 ? Months(Grain.Century, 100 * hundred, 1, 1200) : default;

    /// <summary>The week, Monday to Sunday, a day lies in.</summary>
    public static When OfWeek(int day)
    {
        var monday = day - IsoWeekday(day) + 1;
        return monday < 0 || !OfDay(day).IsKnown ? default : new When(Grain.Week, monday, monday + 6);
    }

    /// <summary>The weekend of the week a day lies in.</summary>
    public static When OfWeekend(int day) => OfWeek(day) is { IsKnown: true } week ? new When(Grain.Weekend, week.First + 5, week.Last) : default;

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int IsoWeekday(int day) => (day + 7) % 7 + 1; // day number 0 is a Monday

    /// <summary>The same number of units later, or earlier when negative, told in the unit.</summary>
    public When Later(Grain unit, int count)
    {
        if (!IsKnown || count is < -20000 or > 20000)
            return default;
        switch (unit)
        {
            case Grain.Day:
                return Grain == Grain.Day ? OfDay(First + count) : default;
            case Grain.Week or Grain.Fortnight or Grain.Weekend:
                if (Grain is not (Grain.Day or Grain.Week or Grain.Weekend))
                    return default;
                var day = First + 7 * count * (unit == Grain.Fortnight ? 2 : 1);
                return day < 0 ? default : unit == Grain.Weekend ? OfWeekend(day) : OfWeek(day);
            case Grain.Month:
                if (Grain > Grain.Month)
                    return default;
                var months = 12 * Year + Month - 1 + count;
                return months < 12 ? default : OfMonth(months / 12, months % 12 + 1);
            case Grain.Quarter:
                if (Grain > Grain.Quarter)
                    return default;
                var quarters = 4 * Year + (Month - 1) / 3 + count;
                return quarters < 4 ? default : OfQuarter(quarters / 4, quarters % 4 + 1);
            case Grain.Year:
                return Grain > Grain.Year ? default : OfYear(Year + count);
            case Grain.Decade:
                return OfDecade(Year + 10 * count);
            case Grain.Century:
                return OfCentury(Year / 100 + count);
            default:
                return default;
        }
    }

    /// <summary>The value of TIMEX3.</summary>
    public string ToTimex() => Grain switch
    {
        Grain.Day => Text(FirstDay),
        Grain.Week or Grain.Fortnight => Week(First),
        Grain.Weekend => Week(First) + "-WE",
        Grain.Month => Text(Year, Month),
        Grain.Season => Four(Year) + Month switch { 3 => "-SP", 6 => "-SU", 9 => "-FA", _ => "-WI" },
        Grain.SouthernSeason => Four(Year) + Month switch { 9 => "-SP", 12 => "-SU", 3 => "-FA", _ => "-WI" },
        Grain.Quarter => Four(Year) + "-Q" + (char)('1' + (Month - 1) / 3),
        Grain.Half => Four(Year) + "-H" + (Month == 1 ? '1' : '2'),
        Grain.Third or Grain.Year => Four(Year),
        Grain.Decade => Four(Year)[..3] + "X",
        Grain.Century => Four(Year)[..2] + "XX",
        _ => "",
    };

    /// <summary>The same in EDTF. A week is the interval of its days; the early, middle and late part of a year are its quadrimesters.</summary>
    public string ToEdtf() => Grain switch
    {
        Grain.Week or Grain.Weekend or Grain.Fortnight => Text(FirstDay) + "/" + Text(LastDay),
        Grain.Season => Four(Year) + Month switch { 3 => "-21", 6 => "-22", 9 => "-23", _ => "-24" },
        Grain.SouthernSeason => Four(Year) + Month switch { 9 => "-29", 12 => "-30", 3 => "-31", _ => "-32" },
        Grain.Quarter => Four(Year) + "-3" + (char)('3' + (Month - 1) / 3),
        Grain.Third => Four(Year) + "-3" + (char)('7' + (Month - 1) / 4),
        Grain.Half => Four(Year) + "-4" + (Month == 1 ? '0' : '1'),
        _ => ToTimex(),
    };

    /// <summary>Its first part, as an end of an interval in EDTF.</summary>
    public string ToEdtfEnd(bool last) => Grain is Grain.Week or Grain.Weekend or Grain.Fortnight ? Text(last ? LastDay : FirstDay)
        : Grain is Grain.Season or Grain.SouthernSeason or Grain.Quarter or Grain.Third or Grain.Half ? last ? Text(LastDay.Year, LastDay.Month) : Text(Year, Month)
        : Grain is Grain.Decade or Grain.Century ? Four(last ? LastDay.Year : Year)
        : ToEdtf();

    private static When Months(Grain grain, int year, int month, int count)
    {
        var end = 12 * year + month - 2 + count;
        if (year is < FirstYear or > LastYear || end / 12 > 9998)
            return default;
        var last = new DateOnly(end / 12, end % 12 + 1, DateTime.DaysInMonth(end / 12, end % 12 + 1));
        return new When(grain, new DateOnly(year, month, 1).DayNumber, last.DayNumber);
    }

    private static string Week(int day)
    {
        var monday = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}");
    }

    private static string Text(DateOnly day) => string.Create(10, day, static (to, day) =>
    {
        Digits(to, day.Year, 4);
        to[4] = '-';
        Digits(to[5..], day.Month, 2);
        to[7] = '-';
        Digits(to[8..], day.Day, 2);
    });

    private static string Text(int year, int month) => string.Create(7, (year, month), static (to, of) =>
    {
        Digits(to, of.year, 4);
        to[4] = '-';
        Digits(to[5..], of.month, 2);
    });

    private static string Four(int year) => string.Create(4, year, static (to, year) => Digits(to, year, 4));

    private static void Digits(Span<char> to, int value, int width)
    {
        for (var i = width - 1; i >= 0; i--, value /= 10)
            to[i] = (char)('0' + value % 10);
    }
}
