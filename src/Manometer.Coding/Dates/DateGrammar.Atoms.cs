namespace Manometer.Coding;

/// <summary>Single dates, by the word they begin with.</summary>
internal sealed partial class DateGrammar
{
    private bool Atom(int i, out int end, out Partial date)
    {
        if (!Bare(i, out end, out date))
            return false;
        // Friday night, August 7 in the morning
        if (date.Grain is Grain.Day or Grain.None && date.Form is PartialForm.Calendar or PartialForm.Weekday or PartialForm.Fixed && date.Time is null)
        {
            var at = end;
            if (ClassAt(at) is DateClass.In or DateClass.At && ClassAt(at + 1) == DateClass.The)
                at += 2;
            if (ClassAt(at) == DateClass.DayPart && (at == end || at < _tokens.Count))
            {
                date.Time = DayPart(ValueAt(at));
                end = at + 1;
            }
        }

        return true;
    }

    private static string DayPart(int part) => part switch { 1 => "TMO", 2 => "TAF", 3 => "TEV", 4 => "TNI", 5 => "T12:00", _ => "T24:00" };

    private const int Deepest = 6; // "the end of the second week of next month" is 3 deep

    private int _depth;

    private bool Bare(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (_depth >= Deepest)
            return false;
        _depth++;
        var found = BareWithin(i, out end, out date);
        _depth--;
        return found;
    }

    private bool BareWithin(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (i < 0 || i >= _tokens.Count)
            return false;
        if (_tokens[i].Kind == TokenKind.Number)
            return FromNumber(i, out end, out date);
        if (MarkAt(i, '\'') || MarkAt(i, '\u2019'))
            return Touches(i + 1) && NumberAt(i + 1) && Decade(i + 1, out end, out date);
        switch (ClassAt(i))
        {
            case DateClass.Month:
                return FromMonth(i, out end, out date);
            case DateClass.Weekday:
                return FromWeekday(i, out end, out date);
            case DateClass.Season:
                return FromSeason(i, false, out end, out date);
            case DateClass.The:
                return FromThe(i, out end, out date);
            case DateClass.Last or DateClass.Past or DateClass.This or DateClass.Next or DateClass.Coming or DateClass.That or DateClass.My:
                return Relative(i, out end, out date);
            case DateClass.Today:
                return FromToday(i, out end, out date);
            case DateClass.Now or DateClass.PastRef:
                return FromReference(i, out end, out date);
            case DateClass.Future:
                date = new Partial { Form = PartialForm.Open, Value = "FUTURE_REF" };
                end = i + 1;
                return ClassAt(i - 1) == DateClass.The || MarkAt(i + 1, '.') || ClassAt(i - 1) == DateClass.In;
            case DateClass.Part:
                return FromPart(i, i + 1, out end, out date);
            case DateClass.PartOf:
                return FromPart(i, i + 1, out end, out date);
            case DateClass.Comparative:
                return FromComparative(i, out end, out date);
            case DateClass.Midyear:
                end = i + 1;
                return _anchor.IsKnown && Fix(Partial.Of(When.OfYear(_anchor.Year)) with { Part = 2 }, out date);
            case DateClass.DayPart:
                return FromDayPart(i, out end, out date);
            case DateClass.Ordinal:
                return FromOrdinal(i, out end, out date);
            case DateClass.Rest:
                return FromRest(i, out end, out date);
            case DateClass.Set or DateClass.Every:
                return FromSet(i, out end, out date);
            case DateClass.Fiscal:
                return FromFiscal(i, out end, out date);
            case DateClass.Q or DateClass.H:
                return FromQuarterSign(i, out end, out date);
            case DateClass.DecadeWord:
                return FromDecadeWord(i, 0, out end, out date);
            case DateClass.Era:
                end = i + 2;
                return NumberAt(i + 1) && _tokens[i + 1].Number is > 0 and < 300 && Fix(Partial.Of(ValueAt(i) + _tokens[i + 1].Number, 0, 0), out date);
            case DateClass.Holiday:
                return FromHoliday(i, out end, out date);
            case DateClass.Unit:
                return FromUnit(i, out end, out date);
            case DateClass.Number:
                return WordYear(i, out end, out date) || DayWordMonth(i, out end, out date) || FromAmount(i, out end, out date);
            case DateClass.A or DateClass.Dozen or DateClass.Couple or DateClass.Few or DateClass.Half:
                return FromAmount(i, out end, out date);
            case DateClass.Some:
                return false;
            default:
                return false;
        }
    }

    private static bool Fix(Partial value, out Partial date)
    {
        date = value;
        return value.IsTold;
    }

    private int SkipSuffix(int i) => ClassAt(i) == DateClass.Suffix && Touches(i) ? i + 1 : i;

    // a year right behind a date: ", 2016", "of 2016", "'16", "next year", "two thousand and eighteen"
    private bool YearBehind(int i, out int end, out int year)
    {
        (end, year) = (i, 0);
        var at = i;
        if (MarkAt(at, ',') || MarkAt(at, '.') && at + 1 < _tokens.Count && !_tokens[at + 1].Is(TokenFlags.Sentence) || DashAt(at) && Touches(at + 1) && Touches(at) || MarkAt(at, '/') && Touches(at + 1))
            at++;
        if (ClassAt(at) is DateClass.Of or DateClass.In)
            at++;
        if (at >= _tokens.Count || _tokens[at].Is(TokenFlags.Paragraph))
            return false;
        if (NumberAt(at) && _tokens[at].Length == 4 && _tokens[at].Number is >= 1000 and <= 2200 && !IsDecimal(at) && !(MarkAt(at + 1, ':') && Touches(at + 2)))
        {
            (end, year) = (at + 1, _tokens[at].Number);
            if (ClassAt(end) == DateClass.YearMark)
                end = MarkAt(end + 1, '.') && _tokens[end].Length == 1 ? end + 2 : end + 1;
            return true;
        }

        if ((MarkAt(at, '\'') || MarkAt(at, '\u2019')) && NumberAt(at + 1) && _tokens[at + 1].Length == 2 && Touches(at + 1))
        {
            (end, year) = (at + 2, Century(_tokens[at + 1].Number));
            return true;
        }

        if (at > i && ClassAt(at - 1) == DateClass.Of && NumberAt(at) && _tokens[at].Length == 2 && _tokens[at].Number > 31)
        {
            (end, year) = (at + 1, Century(_tokens[at].Number));
            return true;
        }

        if (at == i || ClassAt(at - 1) == DateClass.Of || MarkAt(at - 1, ','))
        {
            var the = ClassAt(at) == DateClass.The ? at + 1 : at;
            if (ClassAt(the) is DateClass.Last or DateClass.This or DateClass.Next or DateClass.That && ClassAt(the + 1) == DateClass.Unit && ValueAt(the + 1) == 6 && RelativeYear(the) is { IsKnown: true } relative)
            {
                (end, year) = (the + 2, relative.Year);
                return true;
            }

            if (ClassAt(at) == DateClass.Number && YearWords(at, out end, out year))
                return true;
        }

        (end, year) = (i, 0);
        return false;
    }

    private When RelativeYear(int i)
    {
        var from = ClassAt(i) == DateClass.That && _mention.IsKnown ? _mention : _anchor;
        return from.IsKnown ? from.Later(Grain.Year, ClassAt(i) switch { DateClass.Last => -1, DateClass.Next => 1, _ => 0 }) : default;
    }

    private static int Century(int two) => two < 30 ? 2000 + two : 1900 + two;

    private bool FromMonth(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var month = ValueAt(i);
        ref readonly var token = ref _tokens[i];
        var isAmbiguous = token.Length == 3 && month is 3 or 5 or 12 or 1 || token.Length == 5 && month == 3;
        var at = i + 1;
        if (MarkAt(at, '.') && Touches(at) && !(at + 1 < _tokens.Count && _tokens[at + 1].Is(TokenFlags.Sentence) && !NumberAt(at + 1)))
            at++;
        var day = at;
        if (MarkAt(day, ',') && NumberAt(day + 1) && _tokens[day + 1].Length <= 2)
            day++;
        if ((DashAt(day) || MarkAt(day, '/')) && Touches(day + 1) && Touches(day) && NumberAt(day + 1))
            day++;
        if (ClassAt(day) == DateClass.The)
            day++;
        if (NumberAt(day) && _tokens[day].Length <= 2 && _tokens[day].Number is >= 1 and <= 31 && !IsTime(day) && !IsDecimal(day) && !(MarkAt(day + 1, '%') || ClassAt(day + 1) == DateClass.Unit))
        {
            end = SkipSuffix(day + 1);
            date = Partial.Of(0, month, _tokens[day].Number);
            if (YearBehind(end, out var behind, out var year))
                (date.Year, end) = (year, behind);
            else if ((MarkAt(end, ',') || (MarkAt(end, '/') || DashAt(end)) && Touches(end + 1)) && NumberAt(end + 1) && _tokens[end + 1].Length == 2 && _tokens[end + 1].Number > 31 && !IsTime(end + 1) && !IsDecimal(end + 1) && Touches(end + 1))
                (date.Year, end) = (Century(_tokens[end + 1].Number), end + 2);
            return true;
        }

        if (NumberAt(day) && _tokens[day].Length == 2 && _tokens[day].Number is >= 32 and <= 99 && day == at && !IsDecimal(day) && !MarkAt(day + 1, '%'))
        {
            date = Partial.Of(Century(_tokens[day].Number), month, 0);
            end = day + 1;
            return true;
        }

        if (ClassAt(day) is DateClass.Ordinal or DateClass.Number && OrdinalWords(day, out var afterDay, out var number) && number is >= 1 and <= 31 && !(ClassAt(day) == DateClass.Number && ClassAt(afterDay) == DateClass.Unit) && ClassAt(afterDay) is not (DateClass.Unit or DateClass.Half or DateClass.Weekday) && (ClassAt(day) == DateClass.Ordinal || number > 0 && !YearWords(day, out _, out _)))
        {
            end = afterDay;
            date = Partial.Of(0, month, number);
            if (YearBehind(end, out var behind, out var year))
                (date.Year, end) = (year, behind);
            return true;
        }

        if (YearBehind(at, out var afterYear, out var told) || at != i + 1 && YearBehind(i + 1, out afterYear, out told))
        {
            date = Partial.Of(told, month, 0);
            end = afterYear;
            return !isAmbiguous || token.Is(TokenFlags.Capital) || _tokens[i].Length > 3;
        }

        if (isAmbiguous)
        {
            if (!token.Is(TokenFlags.Capital) && !(ClassAt(i - 1) is DateClass.In or DateClass.Since or DateClass.During && month != 3) && !(ClassAt(i + 1) == DateClass.To && ClassAt(i + 2) == DateClass.Month) || token.Is(TokenFlags.AllCapitals))
                return false;
            if (!(ClassAt(i - 1) is DateClass.In or DateClass.Since or DateClass.Until or DateClass.By or DateClass.From or DateClass.To or DateClass.Of or DateClass.Last or DateClass.This or DateClass.Next or DateClass.Part or DateClass.During or DateClass.Before or DateClass.After or DateClass.Between or DateClass.And or DateClass.PartOf or DateClass.Ordinal or DateClass.For or DateClass.On)
                && !(DashAt(i - 1) && Touches(i)) && !((DashAt(i + 1) || ClassAt(i + 1) == DateClass.To) && ClassAt(i + 2) == DateClass.Month) && !(token.Length > 3 && !token.Is(TokenFlags.Sentence)))
            {
                return false;
            }
        }

        end = at == i + 1 || _tokens[i].Length > 4 ? i + 1 : at;
        date = Partial.Of(0, month, 0);
        return true;
    }

    // part of a decimal or of a number with thousands: 1,995 or 2016.5
    private bool IsDecimal(int i)
    {
        if (Touches(i) && i > 1 && Touches(i - 1) && (MarkAt(i - 1, '.') || MarkAt(i - 1, ',')) && NumberAt(i - 2))
            return true;
        return (MarkAt(i + 1, '.') || MarkAt(i + 1, ',')) && Touches(i + 1) && Touches(i + 2) && i + 2 < _tokens.Count && _tokens[i + 2].Kind == TokenKind.Number;
    }

    private bool IsTime(int i) => MarkAt(i + 1, ':') && Touches(i + 1) && Touches(i + 2) && NumberAt(i + 2) || ClassAt(i + 1) == DateClass.AmPm || ClassAt(i + 1) is DateClass.A or DateClass.P && MarkAt(i + 2, '.') && ClassAt(i + 3) == DateClass.M;

    private bool FromWeekday(int i, out int end, out Partial date)
    {
        (end, date) = (i + 1, new Partial { Form = PartialForm.Weekday, Index = ValueAt(i), Grain = Grain.Day });
        ref readonly var token = ref _tokens[i];
        var isShort = token.Length == 3;
        if (isShort && !token.Is(TokenFlags.Capital) && !(ClassAt(i - 1) is DateClass.Last or DateClass.Next or DateClass.This or DateClass.To or DateClass.From or DateClass.On))
            return false;
        if (isShort && token.Is(TokenFlags.AllCapitals))
            return false;
        var at = end;
        if (MarkAt(at, '.') && isShort)
            at++;
        if (MarkAt(at, ',') || DashAt(at) && Touches(at) && ClassAt(at + 1) == DateClass.Month)
            at++;
        if (ClassAt(at) == DateClass.The && at == end)
            at++;
        // Monday, January 12 - Friday the 22nd - Wed, 22 of Jan
        if (at < _tokens.Count && !_tokens[at].Is(TokenFlags.Paragraph))
        {
            if (ClassAt(at) == DateClass.Month && FromMonth(at, out var after, out var told) && told.Day > 0
                || NumberAt(at) && FromNumber(at, out after, out told) && told.Day > 0 && told.Time is null
                || ClassAt(at) == DateClass.Ordinal && FromOrdinal(at, out after, out told) && told is { Form: PartialForm.Calendar, Day: > 0 })
            {
                (end, date) = (after, told);
                return true;
            }

            if (ClassAt(end) == DateClass.The && (NumberAt(at) && _tokens[at].Number is >= 1 and <= 31 && ClassAt(at + 1) is not (DateClass.Unit or DateClass.Month) || ClassAt(at) is DateClass.Ordinal or DateClass.Number))
            {
                var day = NumberAt(at) ? _tokens[at].Number : 0;
                after = NumberAt(at) ? SkipSuffix(at + 1) : at;
                if (day == 0 && !OrdinalWords(at, out after, out day) || day is < 1 or > 31)
                    return true;
                (end, date) = (after, Partial.Of(0, 0, day) with { Index = ValueAt(i) });
                return true;
            }

            // Fri 14th, Monday 21
            if (NumberAt(end) && _tokens[end].Number is >= 1 and <= 31 && _tokens[end].Length <= 2 && !IsTime(end) && SkipSuffix(end + 1) is var behindDay && StandsAlone(behindDay) && (behindDay > end + 1 || !MarkAt(behindDay, '.') || !Touches(behindDay + 1)) && !MarkAt(behindDay, '/'))
            {
                (end, date) = (behindDay, Partial.Of(0, 0, _tokens[end].Number) with { Index = ValueAt(i) });
                return true;
            }
        }

        // Friday next week, Sunday of next week
        at = ClassAt(end) is DateClass.Of or DateClass.In ? end + 1 : end;
        if (ClassAt(at) is DateClass.Last or DateClass.Next or DateClass.This && ClassAt(at + 1) == DateClass.Unit && ValueAt(at + 1) == 2 && _anchor.Grain == Grain.Day)
        {
            var week = When.OfWeek(_anchor.First).Later(Grain.Week, ClassAt(at) == DateClass.Last ? -1 : ClassAt(at) == DateClass.Next ? 1 : 0);
            if (week.IsKnown)
            {
                date = Partial.Of(When.OfDay(week.First + ValueAt(i) - 1));
                end = at + 2;
            }
        }

        return true;
    }

    private bool FromSeason(int i, bool announced, out int end, out Partial date)
    {
        end = i + 1;
        date = new Partial { Form = PartialForm.PartOfYear, Grain = Grain.Season, Index = ValueAt(i) };
        var isFall = _tokens[i].Length == 4 && ValueAt(i) == 3;
        if (YearBehind(end, out var after, out var year) && !MarkAt(end, '.'))
        {
            if (isFall && !announced && !_tokens[i].Is(TokenFlags.Capital) && !(ClassAt(i - 1) is DateClass.In or DateClass.The or DateClass.Since or DateClass.By or DateClass.Until or DateClass.Part or DateClass.Last or DateClass.From or DateClass.To or DateClass.After or DateClass.Before) && ClassAt(i + 1) != DateClass.Of)
                return false;
            (date.Year, end) = (year, after);
            return true;
        }

        if (announced)
            return true;
        if (ClassAt(i - 1) == DateClass.The)
            return ClassAt(i - 2) is DateClass.In or DateClass.During or DateClass.Since && ClassAt(i + 1) is not (DateClass.In or DateClass.Of or DateClass.To or DateClass.For or DateClass.From)
                || !isFall && ValueAt(i) != 1 && ClassAt(i + 1) is not (DateClass.In or DateClass.Of or DateClass.From);
        if (isFall)
            return false;
        // spring is a verb and a well; alone it needs a sign
        return ValueAt(i) != 1 || ClassAt(i - 1) is DateClass.In or DateClass.Since or DateClass.Until or DateClass.By or DateClass.Part or DateClass.During;
    }

    private bool FromThe(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var at = i + 1;
        switch (ClassAt(at))
        {
            case DateClass.Last or DateClass.Past or DateClass.Next or DateClass.Coming or DateClass.That or DateClass.This:
                return Relative(at, out end, out date);
            case DateClass.Ordinal:
                return FromOrdinal(at, out end, out date);
            case DateClass.Season:
                return FromSeason(at, false, out end, out date);
            case DateClass.PartOf:
                return FromPart(at, at + 1, out end, out date);
            case DateClass.Part:
                return FromPart(at, at + 1, out end, out date);
            case DateClass.DecadeWord:
                return FromDecadeWord(at, 0, out end, out date);
            case DateClass.Number when WordDecade(at, out end, out date):
                return true;
            case DateClass.Number when OrdinalWords(at, out end, out var word) && word is >= 1 and <= 31 && ClassAt(i - 1) is DateClass.For or DateClass.On or DateClass.By:
                if (ClassAt(end) is DateClass.Of or DateClass.Month && DayWordMonth(at, out end, out date))
                    return true;
                date = Partial.Of(0, 0, word);
                return StandsAlone(end);
            case DateClass.Future:
                end = at + 1;
                return Fix(new Partial { Form = PartialForm.Open, Value = "FUTURE_REF" }, out date);
            case DateClass.Rest:
                return FromRest(at, out end, out date);
            case DateClass.Unit:
                return FromTheUnit(at, out end, out date);
            case DateClass.Holiday:
                return FromHoliday(at, out end, out date);
            default:
                break;
        }

        if ((MarkAt(at, '\'') || MarkAt(at, '\u2019')) && NumberAt(at + 1))
            return Decade(at + 1, out end, out date);
        if (!NumberAt(at))
            return false;
        if (Decade(at, out end, out date))
            return true;
        if (_tokens[at].Length <= 2 && FromNumber(at, out end, out date) && date.Day > 0 && date.Form != PartialForm.Open)
            return true;
        // the 27th
        if (_tokens[at].Number is >= 1 and <= 31)
        {
            end = SkipSuffix(at + 1);
            date = Partial.Of(0, 0, _tokens[at].Number);
            return (end > at + 1 && ClassAt(i - 1) is DateClass.On or DateClass.By or DateClass.For or DateClass.Until or DateClass.Of or DateClass.Since or DateClass.Before or DateClass.After || ClassAt(i - 1) == DateClass.For) && StandsAlone(end);
        }

        return false;
    }

    // nothing follows that the number could count: "on the 15th anniversary" is no day
    private bool StandsAlone(int i) => i >= _tokens.Count || _tokens[i].Kind == TokenKind.Mark && !DashAt(i) && !MarkAt(i, '%') || ClassAt(i) is DateClass.And or DateClass.To or DateClass.Until or DateClass.At or DateClass.In;

    private bool FromToday(int i, out int end, out Partial date)
    {
        end = i + 1;
        date = default;
        var from = _anchor.IsKnown ? _anchor : default;
        var step = ValueAt(i);
        if (from.Grain != Grain.Day)
        {
            date = from.IsKnown ? Partial.Of(from) with { Approximate = step != 0 } : new Partial { Form = PartialForm.Open, Value = step == 0 ? "PRESENT_REF" : "XXXX-XX-XX" };
            return true;
        }

        date = Partial.Of(When.OfDay(from.First + step));
        if (step == 0 && _tokens[i].Length == 7)
            date.Time = "TNI";
        return date.IsTold;
    }

    private bool FromReference(int i, out int end, out Partial date)
    {
        end = i + 1;
        var isNow = ClassAt(i) == DateClass.Now;
        date = new Partial { Form = PartialForm.Open, Value = isNow ? "PRESENT_REF" : "PAST_REF" };
        if (isNow && _anchor.IsKnown)
            date.Fixed = _anchor;
        return true;
    }

    // early 2017, mid-June, late last year, the end of February
    private bool FromPart(int i, int at, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var isOf = ClassAt(i) == DateClass.PartOf;
        var joined = DashAt(at) && Touches(at);
        if (joined)
            at++;
        var hadOf = false;
        if (ClassAt(at) is DateClass.Of or DateClass.In)
        {
            hadOf = true;
            at++;
        }

        if (isOf && !hadOf && !joined)
            return false;
        var the = at;
        if (ClassAt(at) == DateClass.The)
            at++;
        if (ClassAt(at) is DateClass.Unit && (at == the + 1 || hadOf && ValueAt(at) is 4 or 6))
        {
            // the end of the year
            if (ValueAt(at) is not (2 or 4 or 5 or 6 or 7) || !_anchor.IsKnown)
                return false;
            var unit = UnitOf(ValueAt(at));
            var span = _anchor.Later(unit, 0);
            if (!span.IsKnown)
                return false;
            date = Partial.Of(span);
            end = at + 1;
        }
        else if (ClassAt(at) == DateClass.Season)
        {
            if (!FromSeason(at, true, out end, out date))
                return false;
        }
        else if (NumberAt(at) && _tokens[at].Length == 4 && _tokens[at].Number is >= 1500 and <= 2100 && !IsDecimal(at))
        {
            if (!Decade(at, out end, out date))
            {
                date = Partial.Of(_tokens[at].Number, 0, 0);
                end = at + 1;
            }
        }
        else if (!Bare(at, out end, out date) || date.Form == PartialForm.Open)
        {
            return false;
        }

        if (date.Grain is Grain.Day && !(ClassAt(i) == DateClass.Part))
            return false;
        date.Part = ValueAt(i);
        return true;
    }

    // earlier this year, later that day, later in the week
    private bool FromComparative(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var at = i + 1;
        if (ClassAt(at) is DateClass.This or DateClass.That)
            return ClassAt(at + 1) == DateClass.Unit && Relative(at, out end, out date) && date.Form == PartialForm.Fixed && SoFar(ValueAt(i), ref date);
        if (ClassAt(at) is DateClass.In or DateClass.On && ClassAt(at + 1) == DateClass.The && ClassAt(at + 2) == DateClass.Unit && _anchor.IsKnown)
        {
            date = Partial.Of(_anchor.Later(UnitOf(ValueAt(at + 2)), 0));
            end = at + 3;
            return date.IsTold && SoFar(ValueAt(i), ref date);
        }

        return false;
    }

    // earlier this year: from its first month to this one; later: from this one to its last
    private bool SoFar(int part, ref Partial date)
    {
        if (date.Grain is Grain.Week or Grain.Month && _anchor.Grain == Grain.Day && date.Fixed.First <= _anchor.First && _anchor.Last <= date.Fixed.Last)
        {
            var (start, stop) = part == 1 ? (When.OfDay(date.Fixed.First), _anchor) : (_anchor, When.OfDay(date.Fixed.Last));
            date.Value = date.Fixed.ToTimex() + "|" + (start.First == stop.First ? start.ToEdtf() : start.ToEdtf() + "/" + stop.ToEdtf());
            return true;
        }

        if (date.Grain != Grain.Year || !_anchor.IsKnown || _anchor.Grain > Grain.Month || _anchor.Year != date.Fixed.Year)
            return true;
        var month = _anchor.Later(Grain.Month, 0);
        var edge = When.OfMonth(_anchor.Year, part == 1 ? 1 : 12);
        var (from, to) = part == 1 ? (edge, month) : (month, edge);
        date.Value = date.Fixed.ToTimex() + "|" + (from.First == to.First ? from.ToEdtf() : from.ToEdtf() + "/" + to.ToEdtf());
        return true;
    }

    private bool FromDayPart(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (ValueAt(i) is not (5 or 6 or 4) || _tokens[i].Length is not (4 or 6 or 8 or 9) || ClassAt(i - 1) is DateClass.The or DateClass.A || ValueAt(i) == 4 && _tokens[i].Length != 9)
            return false;
        var from = _mention.Grain == Grain.Day ? _mention : _anchor;
        if (from.Grain != Grain.Day)
            return false;
        end = i + 1;
        return Fix(Partial.Of(from) with { Time = DayPart(ValueAt(i)) }, out date);
    }

    private bool FromOrdinal(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (!OrdinalWords(i, out var at, out var number))
            return false;
        return Counted(i, at, number, out end, out date);
    }

    // the n-th of something: quarter, half, week, weekday, month, century, or the day of a month
    private bool Counted(int i, int at, int number, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (DashAt(at) && Touches(at) && Touches(at + 1))
            at++;
        var @class = ClassAt(at);
        if (@class == DateClass.Half && number is 1 or 2 || @class == DateClass.Unit && ValueAt(at) == 5 && number is >= 1 and <= 4)
        {
            date = new Partial { Form = PartialForm.PartOfYear, Grain = @class == DateClass.Half ? Grain.Half : Grain.Quarter, Index = number };
            end = at + 1;
            if (YearOf(end, out var after, out var year))
                (date.Year, end) = (year, after);
            else if (@class == DateClass.Half)
                return ClassAt(end) == DateClass.Of && ClassAt(end + 1) == DateClass.The && ClassAt(end + 2) == DateClass.Unit && ValueAt(end + 2) == 6 && _anchor.IsKnown && Fix(date with { Year = _anchor.Year }, out date) && (end += 3) > 0;
            return true;
        }

        if (@class == DateClass.Unit && ValueAt(at) == 8 && number is >= 2 and <= 30)
        {
            end = at + 1;
            return Fix(Partial.Of(When.OfCentury(number - 1)), out date);
        }

        if (@class == DateClass.Weekday || @class == DateClass.Unit && ValueAt(at) == 2)
        {
            var isWeek = @class == DateClass.Unit;
            var behind = at + 1;
            if (ClassAt(behind) is DateClass.Of or DateClass.In)
                behind++;
            var form = new Partial { Form = PartialForm.Nth, Grain = isWeek ? Grain.Week : Grain.Day, Day = number, Index = isWeek ? 0 : ValueAt(at) };
            if (ClassAt(behind) == DateClass.Month)
            {
                form.Month = ValueAt(behind);
                end = behind + 1;
                if (YearBehind(end, out var after, out var year))
                    (form.Year, end) = (year, after);
                date = form;
                return true;
            }

            if (isWeek && YearOf(at + 1, out var afterYear, out var ofYear))
            {
                (form.Year, end) = (ofYear, afterYear);
                return Fix(Partial.Of(NthOf(form, ofYear)), out date);
            }

            if (Relative(ClassAt(behind) == DateClass.The ? behind + 1 : behind, out end, out var month) && month is { Form: PartialForm.Fixed, Grain: Grain.Month })
            {
                form.Month = month.Fixed.Month;
                return Fix(Partial.Of(NthOf(form, month.Fixed.Year)), out date);
            }

            if (!isWeek && number > 0 && _anchor.Grain == Grain.Day && behind == at + 1)
            {
                end = behind;
                return Fix(Partial.Of(DateLexicon.NthWeekday(_anchor.Year, _anchor.Month, number, form.Index)), out date);
            }

            return false;
        }

        // the first ten days of March, the first two weeks of 2021
        if ((@class == DateClass.Number || NumberAt(at)) && Cardinal(at, out var afterDays, out var days) && days is >= 1 and <= 60 && ClassAt(afterDays) == DateClass.Unit && ValueAt(afterDays) is 1 or 2 && number is 1 or -1 && ClassAt(afterDays + 1) == DateClass.Of)
        {
            var whole = default(When);
            var of = ClassAt(afterDays + 2) == DateClass.The ? afterDays + 3 : afterDays + 2;
            if (YearOf(afterDays + 1, out end, out var wholeYear))
                whole = When.OfYear(wholeYear);
            else if (ClassAt(of) == DateClass.Month && FromMonth(of, out end, out var month) && month.Grain == Grain.Month)
                whole = Resolve(month, false);
            else if (Relative(of, out end, out month) && month is { Form: PartialForm.Fixed, Grain: Grain.Month })
                whole = month.Fixed;
            if (whole.IsKnown)
            {
                var isWeek = ValueAt(afterDays) == 2;
                var first = number == 1 ? isWeek ? When.OfWeek(whole.First + 6).First : whole.First : isWeek ? When.OfWeek(whole.Last - 6).Last - 7 * days + 1 : whole.Last - days + 1;
                var (from, to) = (When.OfDay(first), When.OfDay(first + days * (isWeek ? 7 : 1) - 1));
                return from.IsKnown && to.IsKnown && Fix(Partial.Of(from) with { Value = from.ToTimex() + "/" + to.ToTimex() + "|" + from.ToEdtf() + "/" + to.ToEdtf() }, out date);
            }
        }

        // the first three months of 2016
        if ((@class == DateClass.Number || NumberAt(at)) && Cardinal(at, out var afterCount, out var count) && count is >= 1 and <= 12 && ClassAt(afterCount) == DateClass.Unit && ValueAt(afterCount) is 4 or 5 && number is 1 or -1)
        {
            var months = ValueAt(afterCount) == 5 ? 3 * count : count;
            if (months <= 12 && YearOf(afterCount + 1, out end, out var year))
            {
                var from = When.OfMonth(year, number == 1 ? 1 : 13 - months);
                var to = When.OfMonth(year, number == 1 ? months : 12);
                return from.IsKnown && Fix(Partial.Of(new When(Grain.Month, from.First, from.First)) with { Value = from.ToTimex() + "/" + to.ToTimex() + "|" + from.ToEdtf() + "/" + to.ToEdtf() }, out date);
            }

            return false;
        }

        // the third month of 2021, the 15th day of June
        if (@class == DateClass.Unit && ValueAt(at) == 4 && number is >= 1 and <= 12 && YearOf(at + 1, out end, out var monthYear))
            return Fix(Partial.Of(monthYear, number, 0), out date);
        if (@class == DateClass.Unit && ValueAt(at) == 1 && ClassAt(at + 1) == DateClass.Of)
            at++;
        if (number is >= 1 and <= 31)
        {
            var of = ClassAt(at) == DateClass.Of ? at + 1 : at;
            if (ClassAt(of) == DateClass.Month)
            {
                date = Partial.Of(0, ValueAt(of), number);
                end = MarkAt(of + 1, '.') && _tokens[of].Length <= 4 && NumberAt(of + 2) ? of + 2 : of + 1;
                if (YearBehind(end, out var after, out var year))
                    (date.Year, end) = (year, after);
                return true;
            }

            if (of > at && ClassAt(of) == DateClass.The && ClassAt(of + 1) == DateClass.Unit && ValueAt(of + 1) == 4 && _anchor.IsKnown && _anchor.Grain <= Grain.Month)
            {
                end = of + 2;
                return Fix(Partial.Of(_anchor.Year, _anchor.Month, number), out date);
            }

            if (of > at && Relative(ClassAt(of) == DateClass.The ? of + 1 : of, out end, out var month) && month is { Form: PartialForm.Fixed, Grain: Grain.Month })
            {
                return Fix(Partial.Of(month.Fixed.Year, month.Fixed.Month, number), out date);
            }
        }

        return false;
    }

    // of 2016, this year, of last year, two thousand and twenty
    private bool YearOf(int i, out int end, out int year)
    {
        if (YearBehind(i, out end, out year))
            return true;
        var at = ClassAt(i) is DateClass.Of or DateClass.In ? i + 1 : i;
        if (ClassAt(at) == DateClass.The && ClassAt(at + 1) == DateClass.Unit && ValueAt(at + 1) == 6 && at > i && _anchor.IsKnown)
        {
            (end, year) = (at + 2, _anchor.Year);
            return true;
        }

        if (ClassAt(at) == DateClass.Fiscal && FromFiscal(at, out end, out var fiscal) && fiscal.Year > 0)
        {
            year = fiscal.Year;
            return true;
        }

        return false;
    }

    private bool FromRest(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var at = i + 1;
        if (ClassAt(at) == DateClass.Of)
            at++;
        var direct = ClassAt(at) is DateClass.This or DateClass.The or DateClass.My;
        if (direct)
            at++;
        if (ClassAt(at) != DateClass.Unit || !_anchor.IsKnown || at == i + 1)
            return false;
        var span = _anchor.Later(UnitOf(ValueAt(at)), 0);
        if (!span.IsKnown || _anchor.Grain != Grain.Day)
            return false;
        end = at + 1;
        var last = When.OfDay(span.Last);
        return Fix(Partial.Of(_anchor) with { Value = _anchor.ToTimex() + "/" + last.ToTimex() + "|" + _anchor.ToEdtf() + "/" + last.ToEdtf() }, out date);
    }

    private bool FromSet(int i, out int end, out Partial date)
    {
        (end, date) = (i + 1, default);
        if (ClassAt(i) == DateClass.Set)
        {
            // Daily NK, Weekly Standard: a name
            if (_tokens[i].Is(TokenFlags.Capital) && !_tokens[i].Is(TokenFlags.Sentence) || i + 1 < _tokens.Count && _tokens[i + 1].Is(TokenFlags.Capital) && _tokens[i].Is(TokenFlags.Capital))
                return false;
            date = new Partial { Form = PartialForm.Open, Index = 1, Value = ValueAt(i) switch { 1 => "P1D", 2 => "P1W", 4 => "P1M", 5 => "P3M", _ => "P1Y" } };
            return true;
        }

        var at = i + 1;
        var count = 1;
        if (Cardinal(at, out var after, out var number))
            (at, count) = (after, number);
        else if (ClassAt(at) == DateClass.Ordinal && OrdinalWords(at, out after, out number) && number == 2)
            (at, count) = (after, 2);
        if (ClassAt(at) == DateClass.Weekday)
            date = new Partial { Form = PartialForm.Open, Index = 1, Value = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-WXX-{ValueAt(at)}") };
        else if (ClassAt(at) == DateClass.Unit && count is > 0 and < 1000 && AmountOf(ValueAt(at), count) is { } amount)
            date = new Partial { Form = PartialForm.Open, Index = 1, Value = amount.ToTimex() };
        end = at + 1;
        return date.IsTold;
    }

    private bool FromFiscal(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var at = i + 1;
        if (ClassAt(at) == DateClass.Unit && ValueAt(at) == 6)
            at++;
        if (DashAt(at))
            at++;
        if (!NumberAt(at) || IsDecimal(at))
            return false;
        var year = _tokens[at].Length switch { 4 => _tokens[at].Number, 2 => Century(_tokens[at].Number), _ => 0 };
        if (year is < 1900 or > 2200)
            return false;
        date = Partial.Of(year, 0, 0) with { Approximate = true, Value = "FY" + When.OfYear(year).ToTimex() };
        end = at + 1;
        return true;
    }

    // Q3 2016, H1
    private bool FromQuarterSign(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var isHalf = ClassAt(i) == DateClass.H;
        if (!(_tokens[i].Is(TokenFlags.Capital) || ClassAt(i + 2) == DateClass.Of && NumberAt(i + 3) && _tokens[i + 3].Length == 4 || NumberAt(i + 2) && _tokens[i + 2].Length == 4 || DashAt(i + 2) && NumberAt(i + 3) && _tokens[i + 3].Length == 4) || !NumberAt(i + 1) || !Touches(i + 1) || _tokens[i + 1].Length != 1 || _tokens[i + 1].Number is var n && (n < 1 || n > (isHalf ? 2 : 4)))
            return false;
        date = new Partial { Form = PartialForm.PartOfYear, Grain = isHalf ? Grain.Half : Grain.Quarter, Index = _tokens[i + 1].Number };
        end = i + 2;
        if (YearOf(end, out var after, out var year))
            (date.Year, end) = (year, after);
        else if (isHalf)
            return false;
        return true;
    }

    private bool FromHoliday(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var length = lexicon.Holiday(_tokens, i, out var holiday);
        if (length == 0 || ClassAt(i) != DateClass.Holiday && !_tokens[i].Is(TokenFlags.Capital))
            return false;
        date = new Partial { Form = PartialForm.Holiday, Index = holiday, Grain = Grain.Day };
        end = i + length;
        if (YearBehind(end, out var after, out var year))
            (date.Year, end) = (year, after);
        return true;
    }

    // week of March 6, week 31, year 247
    private bool FromUnit(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var unit = ValueAt(i);
        if (unit == 9 && _tokens[i].Length == 7 && _anchor.Grain == Grain.Day && ClassAt(i - 1) is not DateClass.A)
        {
            end = i + 1;
            var weekend = When.OfWeekend(_anchor.First);
            // what was done over the weekend was done over the last one
            if (preference == DatePreference.PastUnlessAhead && weekend.First > _anchor.First && !LooksAhead(i, end))
                weekend = When.OfWeekend(_anchor.First - 7);
            return Fix(Partial.Of(weekend), out date);
        }

        var at = i + 1;
        if (unit == 2 && NumberAt(at) && _tokens[at].Number is >= 1 and <= 53 && _anchor.IsKnown && _tokens[i].Length == 4)
        {
            var year = _anchor.Year;
            end = at + 1;
            if (YearBehind(end, out var after, out var told))
                (year, end) = (told, after);
            var form = new Partial { Form = PartialForm.Nth, Grain = Grain.Week, Day = _tokens[at].Number };
            return Fix(Partial.Of(NthOf(form, year)), out date);
        }

        if (unit == 6 && NumberAt(at) && _tokens[at].Number is >= 100 and <= 2200 && _tokens[i].Length == 4)
        {
            end = at + 1;
            return Fix(Partial.Of(_tokens[at].Number, 0, 0), out date);
        }

        if (unit == 6 && ClassAt(at) == DateClass.Number && _tokens[i].Length == 4 && Cardinal(at, out end, out var words) && words is >= 100 and <= 2200)
            return Fix(Partial.Of(words, 0, 0), out date);
        if (unit is 2 or 4 && (ClassAt(at) is DateClass.Of or DateClass.Begin || ClassAt(at) == DateClass.PartOf && _tokens[at].Length == 9))
        {
            at++;
            if (ClassAt(at) == DateClass.On)
                at++;
            if (!Bare(at, out end, out var day) || day.Grain != Grain.Day)
            {
                if (!(ClassAt(at) == DateClass.The && NumberAt(at + 1) && _tokens[at + 1].Number is >= 1 and <= 31))
                    return false;
                end = SkipSuffix(at + 2);
                day = Partial.Of(0, 0, _tokens[at + 1].Number);
            }

            var when = Resolve(day, false);
            return when.Grain == Grain.Day && Fix(Partial.Of(unit == 2 ? When.OfWeek(when.First) : When.OfMonth(when.Year, when.Month)), out date);
        }

        return false;
    }

    // the week, the weekend, the day before yesterday, the week after next
    private bool FromTheUnit(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var unit = UnitOf(ValueAt(i));
        if (unit == Grain.Day && ClassAt(i + 1) is DateClass.Before or DateClass.After && ClassAt(i + 2) == DateClass.Today && _anchor.Grain == Grain.Day)
        {
            end = i + 3;
            return Fix(Partial.Of(When.OfDay(_anchor.First + ValueAt(i + 2) + (ClassAt(i + 1) == DateClass.Before ? -1 : 1))), out date);
        }

        if (unit == Grain.Day && ClassAt(i + 1) is DateClass.Before or DateClass.After && Bare(i + 2, out end, out var day) && day.Grain == Grain.Day && Resolve(day, false) is { Grain: Grain.Day } found)
            return Fix(Partial.Of(When.OfDay(found.First + (ClassAt(i + 1) == DateClass.Before ? -1 : 1))), out date);
        if (unit == Grain.Day && ClassAt(i + 1) is DateClass.Before or DateClass.After && StandsAlone(i + 2) && (_mention.Grain == Grain.Day ? _mention : _anchor) is { Grain: Grain.Day } beside)
        {
            end = i + 2;
            return Fix(Partial.Of(When.OfDay(beside.First + (ClassAt(i + 1) == DateClass.Before ? -1 : 1))), out date);
        }

        if (ClassAt(i + 1) is DateClass.Before or DateClass.After)
        {
            var at = ClassAt(i + 2) == DateClass.The ? i + 3 : i + 2;
            if (ClassAt(at) is DateClass.Last or DateClass.Next && ClassAt(at + 1) != DateClass.Unit && _anchor.IsKnown)
            {
                end = at + 1;
                return Fix(Partial.Of(_anchor.Later(unit, ClassAt(i + 1) == DateClass.After ? 2 : -2)), out date);
            }
        }

        if (FromUnit(i, out end, out date))
            return true;
        (end, date) = (i + 1, default);
        if (unit == Grain.Week && _anchor.Grain == Grain.Day && StandsAlone(end) && ClassAt(i - 2) is not DateClass.Of)
            return Fix(Partial.Of(When.OfWeek(_anchor.First)), out date);
        return false;
    }
}
