using System.Buffers;
using System.Globalization;
using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Reads the dates documents state of themselves: ISO 8601, mail and feed dates (RFC 5322, RFC 822), dates of PDF, and English dates in words.</summary>
internal static class PublicationDate
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const int Longest = 80;
    private const int FirstYear = 1605; // the first newspaper: Strasbourg

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date a text states, as exact as it states it; null when it states none. The day is the one written: a zone does not move it.</summary>
    public static Edtf? Read(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 4 or > Longest)
            return null;
        if (trimmed.StartsWith("D:"))
            trimmed = trimmed[2..];
        return Iso(trimmed) ?? Words(trimmed);
    }

    /// <summary>Is it after the first newspapers and not after a day?</summary>
    public static bool CanBe(Edtf date, DateOnly latest) => date.FirstDay is { Year: >= FirstYear } first && first <= latest;

    // 2018-07-05T10:00Z, 2018-07, 2018, 20180705..., 2018/07/05
    private static Edtf? Iso(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        if (digits is 8 or 12 or 14)
            return Of(text[..4], text.Slice(4, 2), text.Slice(6, 2));
        if (digits != 4)
            return null;
        if (text.Length == 4)
            return Of(text, [], []);
        if (text[4] is not ('-' or '/' or '.') || text.Length < 6)
            return null;
        var rest = text[5..];
        var month = Number(rest);
        if (month is 0 or > 2)
            return null;
        if (rest.Length == month)
            return Of(text[..4], rest, []);
        if (rest[month] != text[4])
            return null;
        var day = Number(rest[(month + 1)..]);
        return day is 1 or 2 ? Of(text[..4], rest[..month], rest.Slice(month + 1, day)) : null;

        static int Number(ReadOnlySpan<char> part) => part.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : part.Length;
    }

    // Thu, 05 Jul 2018 10:00:00 GMT; July 5, 2018; 5 July 2018; July 2018
    private static Edtf? Words(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> year = [], month = [], day = [];
        foreach (var range in text.SplitAny(" ,\t"))
        {
            var word = text[range].TrimEnd('.');
            if (word.Length == 0)
                continue;
            var number = word.IndexOfAnyExceptInRange('0', '9') < 0;
            if (number && word.Length == 4 && year.IsEmpty)
                year = word;
            else if (number && word.Length <= 2 && day.IsEmpty && year.IsEmpty)
                day = word;
            else if (!number && month.IsEmpty && word.Length >= 3 && MonthOf(word) > 0)
                month = word;
            if (!year.IsEmpty && !month.IsEmpty)
                break;
        }

        return year.IsEmpty || month.IsEmpty ? null : Of(year, MonthOf(month).ToString("00", CultureInfo.InvariantCulture), day);
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Months.Length; i++)
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase) && word.IndexOfAnyExcept(Letters) < 0)
                return i + 1;
        return 0;
    }

    private static Edtf? Of(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var text = year.ToString() + (month.IsEmpty ? "" : "-" + month.ToString().PadLeft(2, '0')) + (month.IsEmpty || day.IsEmpty ? "" : "-" + day.ToString().PadLeft(2, '0'));
        return month.IsEmpty || int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 ? Edtf.TryParse(text, out var date) ? date : null : null;
    }
}
