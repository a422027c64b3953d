namespace Manometer.Model;

/// <summary>Reads EDTF, levels 0 to 2, by recursive descent over the text.</summary>
internal ref struct EdtfParser(ReadOnlySpan<char> text)
{
    private const int LongestYear = 18;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public EdtfFault Fault { get; private set; }

    /// <summary>Time of day as written, without the T; null when there is none.</summary>
    public string? Time { get; private set; }

    private readonly bool AtEnd => _at >= _text.Length;

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>A single date, with or without a time.</summary>
    public bool TrySingle(out EdtfPart part) => TryDate(out part, inside: false) && TryTime(part) && (AtEnd || Fail("text after the date"));

    /// <summary>Two dates with a slash between them.</summary>
    public bool TryInterval(out EdtfPart start, out EdtfPart end)
    {
        end = default;
        if (!TryEnd(out start) || !TrySlash() || !TryEnd(out end))
            return false;
        if (!AtEnd)
            return Fail("more than two dates in an interval");
        if (start.Rest.Presence == EdtfPart.Presence.Unknown && end.Rest.Presence == EdtfPart.Presence.Unknown)
            return Fail("an interval without a date");
        _at = 0;
        return InOrder(start, end) || Fail(Holds(end, start) ? "the end begins before the start; give it as exactly as the start" : "the interval ends before it begins");
    }

    /// <summary>Dates between brackets or braces, separated by commas; two dots join a range.</summary>
    public bool TrySet(char close, out EdtfRange[] ranges)
    {
        ranges = [];
        var found = new List<EdtfRange>();
        _at = 1;
        while (true)
        {
            if (!TryRange(found.Count == 0, out var range))
                return false;
            found.Add(range);
            if (Next == close)
                break;
            if (Next != ',')
                return Fail("a comma or the closing bracket was expected");
            if (range.End.Rest.Presence == EdtfPart.Presence.Open)
                return Fail("only the last date of a set may be open to what follows");
            _at++;
        }

        _at++;
        if (!AtEnd)
            return Fail("text after the closing bracket");
        ranges = [.. found];
        return true;
    }

    private bool TryRange(bool first, out EdtfRange range)
    {
        range = default;
        if (first && TryDots())
        {
            if (!TryDate(out var last, inside: true))
                return false;
            range = new EdtfRange(Absent(EdtfPart.Presence.Open), last, IsRange: true);
            return true;
        }

        if (!TryDate(out var start, inside: true))
            return false;
        if (!TryDots())
        {
            range = new EdtfRange(start, start, IsRange: false);
            return true;
        }

        if (Next is ',' or ']' or '}')
        {
            range = new EdtfRange(start, Absent(EdtfPart.Presence.Open), IsRange: true);
            return true;
        }

        if (!TryDate(out var end, inside: true))
            return false;
        range = new EdtfRange(start, end, IsRange: true);
        return InOrder(start, end) || Fail(Holds(end, start) ? "the end begins before the start; give it as exactly as the start" : "the range ends before it begins");
    }

    private bool TryEnd(out EdtfPart part)
    {
        if (AtEnd || Next == '/')
        {
            part = Absent(EdtfPart.Presence.Unknown);
            return true;
        }

        if (TryDots())
        {
            part = Absent(EdtfPart.Presence.Open);
            return true;
        }

        return TryDate(out part, inside: true);
    }

    private bool TryDots()
    {
        if (!_text[_at..].StartsWith(".."))
            return false;
        _at += 2;
        return true;
    }

    private bool TrySlash()
    {
        if (Next != '/')
            return Fail("a slash was expected");
        _at++;
        return true;
    }

    // an end with unspecified digits is compared by the latest day it allows: 1919-XX-02/1919-XX-01 can be in order
    private static bool InOrder(EdtfPart start, EdtfPart end) =>
        start.Earliest is not { } from || (end.HasUnspecified ? end.Latest : end.Earliest) is not { } to || from <= to;

    private static bool Holds(EdtfPart end, EdtfPart start) => end.Earliest <= start.Earliest && start.Latest <= end.Latest;

    private bool TryDate(out EdtfPart part, bool inside)
    {
        part = default;
        if (Next == 'Y')
            return inside ? Fail("a year written with Y stands alone") : TryLongYear(out part);
        byte yearMark = 0, monthMark = 0, dayMark = 0;
        Left(ref yearMark);
        var negative = Next == '-';
        if (negative)
            _at++;

        var yearAt = _at;
        if (!TryDigits(4, out var year, out var yearMask))
            return Fail("a year has four digits");
        if (negative && year == 0 && yearMask == 0)
            return Fail("there is no year -0000", yearAt - 1);
        if (char.IsAsciiDigit(Next))
            return Fail("a year of more than four digits is written with Y");
        if (Next == 'S' && !inside && yearMask == 0 && yearMark == 0)
            return TrySignificant(negative ? -year : year, form: 0, exponent: 0, out part);
        Right(ref yearMark, out _);
        int month = 0, monthMask = 0, day = 0, dayMask = 0, dayAt = 0;
        if (Next == '-')
        {
            _at++;
            Left(ref monthMark);
            var monthAt = _at;
            if (!TryDigits(2, out month, out monthMask))
                return Fail("a month has two digits", monthAt);
            if (!MonthExists(month, monthMask))
                return Fail("no such month", monthAt);
            Right(ref monthMark, out var monthRight);
            if (monthRight > 0)
                yearMark |= monthRight;
            if (Next == '-')
            {
                if (month > 12)
                    return Fail("a season has no day");
                _at++;
                Left(ref dayMark);
                dayAt = _at;
                if (!TryDigits(2, out day, out dayMask))
                    return Fail("a day has two digits", dayAt);
                Right(ref dayMark, out var dayRight);
                if (dayRight > 0)
                {
                    yearMark |= dayRight;
                    monthMark |= dayRight;
                }

                if (dayMask == 0 && (day == 0 || day > (monthMask == 0 && yearMask == 0 ? EdtfBounds.DaysIn(negative ? -year : year, month) : 31)))
                    return Fail("no such day", dayAt);
            }
        }

        part = new EdtfPart(
            negative ? -year : year,
            new EdtfPart.Bits(EdtfPart.Presence.Known, (byte)month, (byte)day, (byte)yearMask, (byte)monthMask, (byte)dayMask, yearMark, monthMark, dayMark, (byte)(negative && year == 0 ? 2 : 0), 0, 0));
        return EdtfBounds.HasDay(part) || Fail("no such day", dayAt);
    }

    private static bool MonthExists(int month, int mask)
    {
        if (mask == 0)
            return month is >= 1 and <= 12 or >= 21 and <= 41;
        for (var candidate = 1; candidate <= 12; candidate++)
            if (((mask & 2) != 0 || month / 10 == candidate / 10) && ((mask & 1) != 0 || month % 10 == candidate % 10))
                return true;
        return false;
    }

    private bool TryLongYear(out EdtfPart part)
    {
        part = default;
        _at++;
        var negative = Next == '-';
        if (negative)
            _at++;
        var start = _at;
        var year = 0L;
        while (char.IsAsciiDigit(Next))
        {
            if (_at - start >= LongestYear)
                return Fail("a year beyond what can be counted");
            year = year * 10 + (Next - '0');
            _at++;
        }

        var digits = _at - start;
        if (digits == 0 || _text[start] == '0')
            return Fail("a year after Y starts with a digit above 0", start);
        var exponent = 0;
        if (Next == 'E')
        {
            _at++;
            if (!TryCount(out exponent) || exponent == 0)
                return Fail("an exponent is a number above 0");
            for (var i = 0; i < exponent; i++)
            {
                if (year > long.MaxValue / 100)
                    return Fail("a year beyond what can be counted");
                year *= 10;
            }
        }
        else if (digits <= 4)
        {
            return Fail("a year of up to four digits is written without Y", start - 1);
        }

        if (negative)
            year = -year;
        if (Next == 'S')
            return TrySignificant(year, form: 1, (byte)exponent, out part);
        part = new EdtfPart(year, new EdtfPart.Bits(EdtfPart.Presence.Known, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte)exponent, 0));
        return true;
    }

    private bool TrySignificant(long year, byte form, byte exponent, out EdtfPart part)
    {
        part = default;
        _at++;
        if (!TryCount(out var digits) || digits == 0)
            return Fail("significant digits are a number above 0");
        part = new EdtfPart(year, new EdtfPart.Bits(EdtfPart.Presence.Known, 0, 0, 0, 0, 0, 0, 0, 0, form, exponent, (byte)digits));
        return true;
    }

    private bool TryCount(out int count)
    {
        count = 0;
        var start = _at;
        while (char.IsAsciiDigit(Next) && _at - start < 2)
        {
            count = count * 10 + (Next - '0');
            _at++;
        }

        return _at > start && !char.IsAsciiDigit(Next);
    }

    private bool TryTime(EdtfPart part)
    {
        if (Next != 'T')
            return true;
        if (part.Day == 0 || part.HasUnspecified || part.Rest.YearMark + part.Rest.MonthMark + part.Rest.DayMark > 0)
            return Fail("only a whole, unqualified day has a time");
        var time = _text[(_at + 1)..];
        if (time.Length < 8 || !Two(time, 0, 23) || time[2] != ':' || !Two(time[3..], 0, 59) || time[5] != ':' || !Two(time[6..], 0, 59))
            return Fail("a time is hh:mm:ss");
        var zone = time[8..];
        var good = zone.IsEmpty || zone is "Z"
            || zone[0] is '+' or '-' && zone.Length is 3 or 6 && Two(zone[1..], 0, 14) && (zone.Length == 3 || zone[3] == ':' && Two(zone[4..], 0, 59));
        if (!good)
            return Fail("a zone is Z, +hh or +hh:mm");
        Time = time.ToString();
        _at = _text.Length;
        return true;
    }

    private static bool Two(ReadOnlySpan<char> text, int lowest, int highest) =>
        text.Length >= 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && (text[0] - '0') * 10 + text[1] - '0' is var value && value >= lowest && value <= highest;

    private bool TryDigits(int count, out int value, out int mask)
    {
        value = 0;
        mask = 0;
        if (_at + count > _text.Length)
            return false;
        for (var i = 0; i < count; i++)
        {
            var digit = _text[_at + i];
            value *= 10;
            mask <<= 1;
            if (char.IsAsciiDigit(digit))
                value += digit - '0';
            else if (digit == 'X')
                mask |= 1;
            else
                return false;
        }

        _at += count;
        return true;
    }

    // a qualifier before a part is of that part alone
    private void Left(ref byte mark)
    {
        if (MarkOf(Next) is not (> 0 and var found))
            return;
        mark |= found;
        _at++;
    }

    // a qualifier after a part is of that part and of all before it
    private void Right(ref byte mark, out byte found)
    {
        found = MarkOf(Next);
        if (found == 0)
            return;
        mark |= found;
        _at++;
    }

    private static byte MarkOf(char letter) => letter switch { '?' => 1, '~' => 2, '%' => 3, _ => 0 };

    private static EdtfPart Absent(EdtfPart.Presence presence) => new(0, new EdtfPart.Bits(presence, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    private bool Fail(string reason, int? at = null)
    {
        if (Fault.Reason is null)
            Fault = new EdtfFault(at ?? _at, reason);
        return false;
    }
}
