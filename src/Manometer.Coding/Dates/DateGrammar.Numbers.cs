namespace Manometer.Coding;

/// <summary>Dates in digits and number words.</summary>
internal sealed partial class DateGrammar
{
    private bool SeparatorAt(int i, out char separator)
    {
        separator = '\0';
        if (i < 0 || i >= _tokens.Count || _tokens[i].Kind != TokenKind.Mark || !Touches(i))
            return false;
        separator = (char)_tokens[i].Word;
        if (separator is '\u2013' or '\u2010')
            separator = '-';
        return separator is '/' or '-' or '.';
    }

    private bool FromNumber(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        ref readonly var token = ref _tokens[i];
        if (token.Number < 0 || token.Length > 4)
            return token.Length is 6 or 8 && Compact(i, out end, out date);
        // inside a longer number, a word or a price
        if (i > 0 && Touches(i) && (_tokens[i - 1].Kind == TokenKind.Word || _tokens[i - 1].Kind == TokenKind.Mark && (char)_tokens[i - 1].Word is '$' or '\u20ac' or '\u00a3' or '\u00a5' or '\u20a9' or '#' or '.' or ',' or '/' or '_' or '=' or '&' or '%' or ':'))
        {
            if (!MarkAt(i - 1, ',') || i > 1 && NumberAt(i - 2))
                return false;
        }

        if (IsTime(i))
            return Time(i, out end, out date);
        if (NumericDate(i, out end, out date))
            return true;
        if (i > 0 && Touches(i) && DashAt(i - 1) && i > 1 && Touches(i - 1) && _tokens[i - 2].Kind == TokenKind.Number && !(token.Length == 4 && _tokens[i - 2].Length == 4 && !DashAt(i - 3)) && ClassAt(SkipSuffix(i + 1)) is not (DateClass.Month or DateClass.Of))
            return false;
        if (Cjk(i, out end, out date))
            return true;
        if (Decade(i, out end, out date))
            return true;
        var at = SkipSuffix(i + 1);
        var number = token.Number;
        // 15 June 2016, 1st Jan, 12 of Sept, 5-Apr-15, 20th of next month
        if (number is >= 1 and <= 31 && token.Length <= 2)
        {
            var of = at;
            if (MarkAt(of, '.') && ClassAt(of + 1) == DateClass.Month)
                of++;
            else if (DashAt(of) && Touches(of) && Touches(of + 1))
                of++;
            else if (MarkAt(of, ',') && ClassAt(of + 1) == DateClass.Month)
                of++;
            if (ClassAt(of) == DateClass.Of)
                of++;
            if (ClassAt(of) == DateClass.Month && !(_tokens[of].Length == 3 && ValueAt(of) == 5 && !_tokens[of].Is(TokenFlags.Capital) && of == at && at == i + 1 && ClassAt(i - 1) is not (DateClass.On or DateClass.By or DateClass.Since)))
            {
                date = Partial.Of(0, ValueAt(of), number);
                end = of + 1;
                if (MarkAt(end, '.') && _tokens[of].Length <= 4 && NumberAt(end + 1) && _tokens[end + 1].Length == 4)
                    end++;
                if (YearBehind(end, out var after, out var year))
                    (date.Year, end) = (year, after);
                else if (DashAt(end) && NumberAt(end + 1) && Touches(end + 1) && _tokens[end + 1].Length == 2)
                    (date.Year, end) = (Century(_tokens[end + 1].Number), end + 2);
                else if (NumberAt(end) && _tokens[end].Length == 2 && _tokens[end].Number > 31 && !IsDecimal(end))
                    (date.Year, end) = (Century(_tokens[end].Number), end + 1);
                return true;
            }

            if (at > i + 1 && Counted(i, at, number, out end, out date))
                return true;
        }

        if (FromAmount(i, out end, out date))
            return true;
        if (token.Length == 4 && number is >= 1000 and <= 2200)
            return YearNumber(i, out end, out date);
        return false;
    }

    // 2016, 2016 June, 2016, Nov, 2016 Q3, 2016H2, "2016 the third quarter"
    private bool YearNumber(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var year = _tokens[i].Number;
        var at = i + 1;
        if (MarkAt(at, ','))
            at++;
        if (DashAt(at) && Touches(at) && Touches(at + 1) && ClassAt(at + 1) is DateClass.Q or DateClass.H && NumberAt(at + 2) && _tokens[at + 2].Number is >= 1 and <= 4)
        {
            var half = ClassAt(at + 1) == DateClass.H;
            date = new Partial { Form = PartialForm.PartOfYear, Grain = half ? Grain.Half : Grain.Quarter, Index = _tokens[at + 2].Number, Year = year };
            end = at + 3;
            return date.Index <= (half ? 2 : 4);
        }

        if (at < _tokens.Count && !_tokens[at].Is(TokenFlags.Line))
        {
            if (ClassAt(at) == DateClass.Month && (at == i + 1 || !NumberAt(at + 1)) && !(NumberAt(at + 1) && _tokens[at + 1].Length <= 2 && ClassAt(i - 1) == DateClass.In))
            {
                date = Partial.Of(year, ValueAt(at), 0);
                end = at + 1;
                return true;
            }

            if (at == i + 1 && FromQuarterSign(at, out end, out date) || ClassAt(at) is DateClass.Q or DateClass.H && at == i + 1 && NumberAt(at + 1) && Touches(at + 1) && _tokens[at + 1].Number is >= 1 and <= 4)
            {
                var isHalf = ClassAt(at) == DateClass.H;
                date = new Partial { Form = PartialForm.PartOfYear, Grain = isHalf ? Grain.Half : Grain.Quarter, Index = _tokens[at + 1].Number, Year = year };
                end = at + 2;
                return date.Index <= (isHalf ? 2 : 4);
            }

            if (ClassAt(at) == DateClass.The && OrdinalWords(at + 1, out var after, out var nth) && ClassAt(after) == DateClass.Unit && ValueAt(after) == 5 && nth is >= 1 and <= 4)
            {
                date = new Partial { Form = PartialForm.PartOfYear, Grain = Grain.Quarter, Index = nth, Year = year };
                end = after + 1;
                return true;
            }
        }

        end = i + 1;
        if (ClassAt(end) == DateClass.YearMark && _tokens[end].Length > 1 || ClassAt(end) == DateClass.YearMark && MarkAt(end + 1, '.'))
            end += _tokens[end].Length == 1 ? 2 : 1;
        else if (!LooksLikeYear(i, year))
            return false;
        date = Partial.Of(year, 0, 0);
        return true;
    }

    private bool LooksLikeYear(int i, int year)
    {
        if (IsDecimal(i) || year is < 1500 or > 2100)
            return false;
        var next = i + 1;
        if (next < _tokens.Count)
        {
            if (Touches(next) && (_tokens[next].Kind == TokenKind.Word || MarkAt(next, '%') || MarkAt(next, '/') || MarkAt(next, '_') || MarkAt(next, '=') || MarkAt(next, ':') && NumberAt(next + 1) && Touches(next + 1)))
                return false;
            if (MarkAt(next, '/') || MarkAt(next, '%') || MarkAt(next, '$'))
                return false;
        }

        var before = ClassAt(i - 1);
        if (before == DateClass.Reference)
            return false;
        if (i > 0 && _tokens[i - 1].Kind == TokenKind.Word && _tokens[i - 1].Is(TokenFlags.AllCapitals) && _tokens[i - 1].Length > 1 && before == DateClass.None && !_tokens[i].Is(TokenFlags.Line))
            return false;
        if (i > 0 && Touches(i) && _tokens[i - 1].Kind == TokenKind.Mark && !DashAt(i - 1) && !MarkAt(i - 1, '(') && !MarkAt(i - 1, '\'') && !MarkAt(i - 1, '"') && !MarkAt(i - 1, '\u201c') && !MarkAt(i - 1, '[') && !MarkAt(i - 1, '`'))
            return false;
        if (before is DateClass.In or DateClass.Since or DateClass.Until or DateClass.By or DateClass.From or DateClass.During or DateClass.Before or DateClass.After or DateClass.Part or DateClass.Season or DateClass.Month or DateClass.Between)
            return !(next < _tokens.Count && ClassAt(next) == DateClass.Unit) && !(before is DateClass.By or DateClass.From && year > 2050 && next < _tokens.Count && _tokens[next].Kind == TokenKind.Word && ClassAt(next) == DateClass.None);
        if (year is < 1850 or > 2050)
            return false;
        // 2000 people: a number before a word it may count is none
        if (next < _tokens.Count && _tokens[next].Kind == TokenKind.Word && !_tokens[next].Is(TokenFlags.Sentence) && !_tokens[next].Is(TokenFlags.Line) && ClassAt(next) == DateClass.None && !_tokens[next].Is(TokenFlags.Capital) && before is not (DateClass.Of or DateClass.The or DateClass.To or DateClass.And or DateClass.That or DateClass.This or DateClass.A))
            return year % 100 != 0 && !_tokens[i].Is(TokenFlags.Sentence);
        return ClassAt(next) is not (DateClass.Unit or DateClass.Number);
    }

    // 1990s, '90s, the 70's
    private bool Decade(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (!NumberAt(i) || _tokens[i].Number % 10 != 0 || _tokens[i].Length is not (2 or 4))
            return false;
        var at = i + 1;
        if ((MarkAt(at, '\'') || MarkAt(at, '\u2019')) && Touches(at))
            at++;
        if (ClassAt(at) != DateClass.S || !Touches(at))
            return false;
        var number = _tokens[i].Number;
        if (_tokens[i].Length == 2 && at == i + 1 && !(MarkAt(i - 1, '\'') || MarkAt(i - 1, '\u2019') || ClassAt(i - 1) is DateClass.The or DateClass.Part) || number is > 100 and < 1500)
            return false;
        var year = number < 100 ? number < 30 ? 2000 + number : 1900 + number : number;
        end = at + 1;
        return Fix(Partial.Of(number % 100 == 0 && number < 2000 && number > 100 ? When.OfCentury(number / 100) : When.OfDecade(year)), out date);
    }

    private bool FromDecadeWord(int i, int hundreds, out int end, out Partial date)
    {
        end = i + 1;
        date = default;
        var value = ValueAt(i);
        if (value >= 2000 || _tokens[i].Length < 5)
            return value == 2000 && _tokens[i].Length == 9 && _tokens[i].Word > 0 && Vowel(i) && Fix(Partial.Of(When.OfDecade(2000)), out date);
        if (hundreds == 0 && !(ClassAt(i - 1) is DateClass.The or DateClass.Part || DashAt(i - 1)))
            return false;
        if (ClassAt(i - 2) is DateClass.In or DateClass.Of && value < 40 && hundreds == 0 && ClassAt(i + 1) == DateClass.None && i + 1 < _tokens.Count && _tokens[i + 1].Kind == TokenKind.Word)
            return false;
        return Fix(Partial.Of(When.OfDecade((hundreds == 0 ? value < 30 ? 2000 : 1900 : hundreds) + value)), out date);
    }

    // noughties is a decade whatever stands before it; thousands are not
    private bool Vowel(int i) => _tokens[i].Length == 9 && ClassAt(i - 1) == DateClass.The && ClassAt(i + 1) != DateClass.Of;

    // the nineteen seventies, the two thousands, the twenty-tens
    private bool WordDecade(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var century = ValueAt(i);
        var at = i + 1;
        if (DashAt(at))
            at++;
        if (century == 2 && ClassAt(at) == DateClass.DecadeWord && ValueAt(at) == 2000)
        {
            end = at + 1;
            return Fix(Partial.Of(When.OfDecade(2000)), out date);
        }

        if (century == 2 && ClassAt(at) == DateClass.Number && ValueAt(at) == 1000)
        {
            at++;
            if (ClassAt(at) == DateClass.And)
                at++;
            if (ClassAt(at) != DateClass.DecadeWord)
                return false;
            end = at + 1;
            return Fix(Partial.Of(When.OfDecade(ValueAt(at) == 2010 ? 2010 : 2000 + ValueAt(at) % 100)), out date);
        }

        if (century is < 15 or > 20 || ClassAt(at) != DateClass.DecadeWord)
            return false;
        end = at + 1;
        return Fix(Partial.Of(When.OfDecade(ValueAt(at) == 2010 ? 100 * century + 10 : 100 * century + ValueAt(at) % 100)), out date);
    }

    // a year in words
    private bool WordYear(int i, out int end, out Partial date)
    {
        date = default;
        if (!YearWords(i, out end, out var year) || ClassAt(end) == DateClass.Unit || !(ClassAt(i - 1) is DateClass.In or DateClass.Of or DateClass.Since or DateClass.From or DateClass.Until or DateClass.To or DateClass.By or DateClass.Between or DateClass.And or DateClass.Before or DateClass.After || end - i >= 3 || ClassAt(i) == DateClass.Number && ValueAt(i) is >= 17 and <= 20 && end > i + 1) || year == 2000 && end == i + 2 && ClassAt(i - 1) is not (DateClass.In or DateClass.Since or DateClass.From or DateClass.Until))
            return false;
        return Fix(Partial.Of(year, 0, 0), out date);
    }

    private bool YearWords(int i, out int end, out int year)
    {
        (end, year) = (i, 0);
        if (ClassAt(i) != DateClass.Number)
            return false;
        var first = ValueAt(i);
        if (first is >= 15 and <= 20 && ClassAt(i + 1) == DateClass.Number)
        {
            var second = ValueAt(i + 1);
            if (second is >= 10 and <= 19)
                (end, year) = (i + 2, 100 * first + second);
            else if (second is >= 20 and <= 90)
                (end, year) = ClassAt(i + 2) == DateClass.Number && ValueAt(i + 2) is >= 1 and <= 9 ? (i + 3, 100 * first + second + ValueAt(i + 2)) : DashAt(i + 2) && ClassAt(i + 3) == DateClass.Number && ValueAt(i + 3) is >= 1 and <= 9 ? (i + 4, 100 * first + second + ValueAt(i + 3)) : (i + 2, 100 * first + second);
            else if (second == 0 && ClassAt(i + 2) == DateClass.Number && ValueAt(i + 2) is >= 1 and <= 9)
                (end, year) = (i + 3, 100 * first + ValueAt(i + 2));
            else if (second == 100 && first < 20)
                return Cardinal(i, out end, out year) && year is >= 1500 and < 2100;
            else
                return false;
            return year >= 1500;
        }

        if (first is 1 or 2 && ClassAt(i + 1) == DateClass.Number && ValueAt(i + 1) == 1000)
            return Cardinal(i, out end, out year) && year is >= 1000 and <= 2100;
        return false;
    }

    // twenty second of June, one of May
    private bool DayWordMonth(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        return OrdinalWords(i, out var at, out var day) && (at > i + 1 || ClassAt(at) == DateClass.Month && _tokens[at].Length > 3) && day is >= 1 and <= 31 && Counted(i, at, day, out end, out date);
    }

    // first, twenty-first, twenty one, 3rd
    private bool OrdinalWords(int i, out int end, out int number)
    {
        (end, number) = (i, 0);
        var value = 0;
        if (NumberAt(i) && _tokens[i].Length <= 2)
        {
            (end, number) = (SkipSuffix(i + 1), _tokens[i].Number);
            return end > i + 1;
        }

        switch (ClassAt(i))
        {
            case DateClass.Last:
                (end, number) = (i + 1, -1);
                return true;
            case DateClass.Ordinal:
                (end, number) = (i + 1, ValueAt(i));
                return true;
            case DateClass.Number:
                value = ValueAt(i);
                break;
            default:
                return false;
        }

        var at = i + 1;
        if (value is 20 or 30)
        {
            if (DashAt(at))
                at++;
            if (ClassAt(at) is DateClass.Ordinal or DateClass.Number && ValueAt(at) is >= 1 and <= 9)
            {
                (end, number) = (at + 1, value + ValueAt(at));
                return true;
            }
        }

        if (value is < 1 or > 31)
            return false;
        (end, number) = (i + 1, value);
        return true;
    }

    // numbers below a million, in digits or words
    private bool Cardinal(int i, out int end, out int number)
    {
        (end, number) = (i, 0);
        if (NumberAt(i))
        {
            if (_tokens[i].Length > 5)
                return false;
            (end, number) = (i + 1, _tokens[i].Number);
            return true;
        }

        int total = 0, part = 0, at = i;
        while (at - i < 12 && ClassAt(at) == DateClass.Number)
        {
            var value = ValueAt(at);
            if (value == 100)
                part = part == 0 ? 100 : part < 100 ? 100 * part : part;
            else if (value == 1000)
                (total, part) = (total + 1000 * (part == 0 ? 1 : part), 0);
            else if (part % 100 == 0 || part % 10 == 0 && part % 100 >= 20 && value < 10)
                part += value;
            else
                break;
            if (total > 900000)
                break;
            at++;
            end = at;
            if (ClassAt(at) == DateClass.And && ClassAt(at + 1) == DateClass.Number && (part >= 100 || total > 0) || DashAt(at) && ClassAt(at + 1) == DateClass.Number && Touches(at) && part % 10 == 0 && part > 0)
                at++;
        }

        number = total + part;
        return end > i;
    }

    // 20160311, 201603
    private bool Compact(int i, out int end, out Partial date)
    {
        (end, date) = (i + 1, default);
        var number = _tokens[i].Number;
        if (_tokens[i].Length != 8 || !When.Exists(number / 10000, number / 100 % 100, number % 100) || number / 10000 is < 1900 or > 2100 || i > 0 && Touches(i) || Touches(i + 1) && !StandsAlone(i + 1))
            return false;
        return number / 10000 is >= 1990 and <= 2050 && Fix(Partial.Of(number / 10000, number / 100 % 100, number % 100), out date);
    }

    private bool NumericDate(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (!SeparatorAt(i + 1, out var separator))
            return SpacedMonth(i, out end, out date);
        int a = _tokens[i].Number, lengthA = _tokens[i].Length;
        var second = i + 2;
        if (second >= _tokens.Count || !Touches(second) && !(separator == '.' && lengthA == 4 && NumberAt(second) && _tokens[second].Length <= 2 && MarkAt(second + 1, '.')))
        {
            return SpacedMonth(i, out end, out date);
        }

        // 2019-sep-1, 10-Apr-15
        if (ClassAt(second) == DateClass.Month && SeparatorAt(second + 1, out var again) && again == separator && NumberAt(second + 2) && Touches(second + 2))
        {
            var c = _tokens[second + 2];
            date = lengthA == 4 ? Partial.Of(a, ValueAt(second), c.Number) : Partial.Of(c.Length == 2 ? Century(c.Number) : c.Number, ValueAt(second), a);
            end = second + 3;
            return When.Exists(date.Year, date.Month, date.Day);
        }

        if (!NumberAt(second))
            return false;
        int b = _tokens[second].Number, lengthB = _tokens[second].Length;
        var third = second + 2;
        var joined = SeparatorAt(second + 1, out var next) && third < _tokens.Count && NumberAt(third) && (Touches(third) || separator == '.' && lengthA == 4);
        if (!joined && MarkAt(second + 1, ',') && Touches(second + 1) && NumberAt(third) && Touches(third) && separator == '/' && _tokens[third].Length is 2 or 4)
            (joined, next) = (true, separator);
        if (joined && next == separator && lengthB <= 2)
        {
            int c = _tokens[third].Number, lengthC = _tokens[third].Length;
            end = third + 1;
            // a fourth part makes it an address or a version
            if (SeparatorAt(end, out var fourth) && !(separator == '/' && fourth == '-') && (fourth != '.' && NumberAt(end + 1) && Touches(end + 1) || fourth == '.' && NumberAt(end + 1) && Touches(end + 1)))
                return false;
            if (end < _tokens.Count && MarkAt(end, '.') && separator == '.' && lengthA == 4)
                end += Touches(end) && !(end + 1 < _tokens.Count && _tokens[end + 1].Is(TokenFlags.Sentence)) && end + 1 < _tokens.Count ? 1 : 0;
            if (lengthA == 4 && lengthC <= 2)
                date = Partial.Of(a, b, c);
            else if (lengthA <= 2 && lengthC is 2 or 4)
            {
                var year = lengthC == 4 ? c : Century(c);
                var dayFirst = a > 12 || separator == '.' && b <= 12;
                date = dayFirst ? Partial.Of(year, b, a) : Partial.Of(year, a, b);
                if (separator == '.' && lengthC == 2 && !When.Exists(date.Year, date.Month, date.Day))
                    return false;
            }

            return date.IsTold && When.Exists(date.Year, date.Month, date.Day);
        }

        var rangeFollows = separator == '/' && next == '-';
        if (joined && Touches(third) && !rangeFollows)
            return false;
        end = second + 1;
        if (lengthA == 4 && lengthB <= 2 && b is >= 1 and <= 12 && a is >= 1500 and <= 2200)
        {
            if (separator != '.' && separator != '-' && ClassAt(end) == DateClass.Unit || MarkAt(end, '%'))
                return false;
            date = Partial.Of(a, b, 0);
            return separator != '.' || lengthB == 2 || ClassAt(i - 1) is DateClass.In or DateClass.Since or DateClass.By or DateClass.From or DateClass.None;
        }

        if (lengthA <= 2 && lengthB == 4 && a is >= 1 and <= 12 && b is >= 1500 and <= 2200 && separator != '.')
        {
            date = Partial.Of(b, a, 0);
            return true;
        }

        if (lengthA == 2 && lengthB == 4 && separator == '.' && a is >= 1 and <= 12 && b is >= 1900 and <= 2100 && ClassAt(i - 1) is DateClass.In or DateClass.Since or DateClass.From)
        {
            date = Partial.Of(b, a, 0);
            return true;
        }

        // 4/22: a day without its year must be announced, else it may be a fraction
        if (lengthA <= 2 && lengthB <= 2 && (a is >= 1 and <= 12 && b is >= 1 and <= 31 || b is >= 1 and <= 12 && a is >= 1 and <= 31))
        {
            if (ClassAt(end) is DateClass.Unit or DateClass.Of || MarkAt(end, '%') || i > 0 && _tokens[i - 1].Kind == TokenKind.Number)
                return false;
            // "from 1.2 million": a word of no date goes with a number
            if (separator == '.' && lengthB == 1 && end < _tokens.Count && _tokens[end].Kind == TokenKind.Word && ClassAt(end) == DateClass.None && !_tokens[end].Is(TokenFlags.Capital))
                return false;
            var announced = rangeFollows && joined || separator == '/' && i > 3 && DashAt(i - 1) && Touches(i) && NumberAt(i - 2) && MarkAt(i - 3, '/') || ClassAt(i - 1) is DateClass.Weekday || ClassAt(i - 1) is DateClass.On or DateClass.By or DateClass.Since or DateClass.Until or DateClass.From or DateClass.To or DateClass.Before or DateClass.After || ClassAt(i - 1) is DateClass.Between or DateClass.And && separator == '/';
            if (separator == '/' ? !(announced || ClassAt(i - 1) == DateClass.In || b > 12 && lengthB == 2 || a > 12 && lengthB == 2 || lengthA == 2 && lengthB == 2 && _tokens[i].Number < 13) : !(announced) || separator == '-' && lengthB < 2 && ClassAt(i - 1) != DateClass.Weekday)
                return false;
            date = a <= 12 ? Partial.Of(0, a, b) : Partial.Of(0, b, a);
            return true;
        }

        return false;
    }

    // 2016 - 11, 11 / 2016
    private bool SpacedMonth(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (!(DashAt(i + 1) || MarkAt(i + 1, '/')) || !NumberAt(i + 2) || _tokens[i + 1].Is(TokenFlags.Line) || _tokens[i + 2].Is(TokenFlags.Line))
            return false;
        int a = _tokens[i].Number, b = _tokens[i + 2].Number;
        if (_tokens[i].Length == 4 && a is >= 1900 and <= 2100 && _tokens[i + 2].Length <= 2 && b is >= 1 and <= 12)
            date = Partial.Of(a, b, 0);
        else if (_tokens[i + 2].Length == 4 && b is >= 1900 and <= 2100 && _tokens[i].Length <= 2 && a is >= 1 and <= 12)
            date = Partial.Of(b, a, 0);
        end = i + 3;
        return date.IsTold && !IsDecimal(i + 2) && ClassAt(end) is not DateClass.Unit;
    }

    // 2018년 3월 5일, 3月5日
    private bool Cjk(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (ClassAt(i + 1) != DateClass.Cjk)
            return false;
        int year = 0, month = 0, day = 0;
        var at = i;
        for (var last = 7; NumberAt(at) && ClassAt(at + 1) == DateClass.Cjk && ValueAt(at + 1) < last && (at == i || ValueAt(at + 1) is 4 or 1); at += 2)
        {
            last = ValueAt(at + 1);
            var number = _tokens[at].Number;
            if (last == 6 && number is > 1000 and < 2200)
                year = number;
            else if (last == 6 && number is > 0 and < 100 && _tokens[at].Length == 2)
                year = Century(number);
            else if (last == 4 && number is >= 1 and <= 12)
                month = number;
            else if (last == 1 && number is >= 1 and <= 31 && month > 0)
                day = number;
            else
                break;
        }

        end = at;
        date = Partial.Of(year, month, day);
        return at > i && (year > 0 || month > 0);
    }

    // 10:35 a.m. [GMT] [Friday]
    private bool Time(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        int hour = _tokens[i].Number, minute = 0;
        var at = i + 1;
        var hasMinutes = MarkAt(at, ':');
        if (hasMinutes)
        {
            if (_tokens[at + 1].Length != 2)
                return false;
            minute = _tokens[at + 1].Number;
            at += 2;
            if (MarkAt(at, ':') && Touches(at) && NumberAt(at + 1) && Touches(at + 1))
                at += 2;
        }

        if (hour > 24 || minute > 59)
            return false;
        if (ClassAt(at) == DateClass.AmPm)
        {
            hour = hour % 12 + ValueAt(at);
            at++;
        }
        else if (ClassAt(at) is DateClass.A or DateClass.P && MarkAt(at + 1, '.') && ClassAt(at + 2) == DateClass.M)
        {
            hour = hour % 12 + (ClassAt(at) == DateClass.P ? 12 : 0);
            at += 3;
            if (MarkAt(at, '.') && at + 1 < _tokens.Count && !_tokens[at + 1].Is(TokenFlags.Sentence))
                at++;
        }

        end = at;
        var time = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        if (MarkAt(at, '('))
        {
            // (0735 GMT)
            var close = at + 1;
            while (close - at < 6 && close < _tokens.Count && !_tokens[close].IsMark(')'))
                close++;
            if (MarkAt(close, ')'))
                at = close + 1;
        }
        else if (at < _tokens.Count && _tokens[at].Kind == TokenKind.Word && _tokens[at].Is(TokenFlags.AllCapitals) && _tokens[at].Length is 3 or 4)
        {
            at++;
        }

        if (ClassAt(at) == DateClass.On || MarkAt(at, ','))
            at++;
        if (ClassAt(at) is DateClass.Weekday or DateClass.Month or DateClass.Today && Bare(at, out var after, out date) && date.Grain == Grain.Day && !MarkAt(end, '('))
        {
            date.Time = time;
            end = after;
            return true;
        }

        var day = _anchor.Grain == Grain.Day ? _anchor : default;
        if (!day.IsKnown)
            return false;
        return Fix(Partial.Of(day) with { Time = time }, out date);
    }
}
