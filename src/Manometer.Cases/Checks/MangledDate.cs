using System.Globalization;

namespace Manometer.Cases;

/// <summary>Recognises what spreadsheets make of dates, and says what was probably meant.</summary>
internal static class MangledDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The EDTF form of a day number (42430), of 3/16/2016 or 16.3.2016, of Mar-16 or 16-Mar-2016, of 2019-Q4; null when it is none of these.</summary>
    public static string? Suggest(ReadOnlySpan<char> text)
    {
        if (text.Length > 24)
            return null;
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 29_000 and < 60_000)
            return new DateOnly(1899, 12, 30).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Span<Range> parts = stackalloc Range[4];
        var count = text.SplitAny(parts, "/.- ");
        if (count == 2 && (Quarter(text[parts[0]], text[parts[1]]) ?? Quarter(text[parts[1]], text[parts[0]])) is { } quarter)
            return quarter;
        return count switch
        {
            2 => MonthAndYear(text[parts[0]], text[parts[1]]),
            3 => DayMonthYear(text[parts[0]], text[parts[1]], text[parts[2]], text.Contains('.')),
            _ => null,
        };
    }

    /// <summary>Which number of 3/16/2016 is the day: 1 the first, -1 the second, 0 when either may be, or the text is of another form.</summary>
    public static int Order(ReadOnlySpan<char> text)
    {
        if (!Slashed(text, out var first, out var second, out _))
            return 0;
        return first is > 12 and <= 31 && second <= 12 ? 1 : second is > 12 and <= 31 && first <= 12 ? -1 : 0;
    }

    /// <summary>Both readings of a text such as 3/4/2019; false when it has only one.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text, out string dayFirst, out string monthFirst)
    {
        dayFirst = monthFirst = "";
        if (!Slashed(text, out var first, out var second, out var year) || first == second || first > 12 || second > 12)
            return false;
        dayFirst = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{second:00}-{first:00}");
        monthFirst = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{first:00}-{second:00}");
        return true;
    }

    private static bool Slashed(ReadOnlySpan<char> text, out int first, out int second, out int year)
    {
        (first, second, year) = (0, 0, 0);
        if (text.Length is < 6 or > 10)
            return false;
        Span<Range> parts = stackalloc Range[4];
        if (text.SplitAny(parts, "/-") != 3 || Year(text[parts[2]]) is not { } last)
            return false;
        (first, second, year) = (Whole(text[parts[0]]), Whole(text[parts[1]]), last);
        return first > 0 && second > 0;
    }

    // 2019-Q4 is 2019-36 in EDTF
    private static string? Quarter(ReadOnlySpan<char> year, ReadOnlySpan<char> word) =>
        word is ['Q' or 'q', >= '1' and <= '4'] && year.Length == 4 && year.IndexOfAnyExceptInRange('0', '9') < 0 ? string.Create(CultureInfo.InvariantCulture, $"{year}-{32 + word[1] - '0'}") : null;

    private static string? MonthAndYear(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (Named(first) is { } month && Year(second) is { } year)
            return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
        return Whole(first) is >= 1 and <= 12 and var plain && second.Length == 4 && Year(second) is { } later
            ? string.Create(CultureInfo.InvariantCulture, $"{later:0000}-{plain:00}")
            : null;
    }

    // 3/16/2016 can only be the 16th of March; 3/4/2016 is taken as the spreadsheets of the United States write it, 16.3.2016 as those of the continent do
    private static string? DayMonthYear(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third, bool dots)
    {
        if (first.Length == 4 && Year(first) is { } leading) // 2016/3/16
            return Whole(second) is >= 1 and <= 12 and var inside && Whole(third) is >= 1 and var last && last <= DateTime.DaysInMonth(leading, inside)
                ? string.Create(CultureInfo.InvariantCulture, $"{leading:0000}-{inside:00}-{last:00}")
                : null;
        if (Year(third) is not { } year)
            return null;
        var (month, day) = Named(second) is { } named ? (named, Whole(first)) : dots ? (Whole(second), Whole(first)) : (Whole(first), Whole(second));
        if (month > 12 && day <= 12)
            (month, day) = (day, month);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : null;
    }

    private static int? Named(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return null;
        for (var i = 0; i < Months.Length; i++)
            if (text.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        return null;
    }

    private static int Whole(ReadOnlySpan<char> text) => text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? Year(ReadOnlySpan<char> text) => !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? null : text.Length switch
    {
        4 when year > 0 => year,
        2 => year < 70 ? 2000 + year : 1900 + year,
        _ => null,
    };
}
