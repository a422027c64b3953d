namespace Manometer.Coding;

/// <summary>Dates counted from another: last month, a year later, two weeks ago, in three days.</summary>
internal sealed partial class DateGrammar
{
    private static Grain UnitOf(int unit) => unit switch
    {
        1 => Grain.Day,
        2 => Grain.Week,
        3 => Grain.Fortnight,
        4 => Grain.Month,
        5 => Grain.Quarter,
        6 => Grain.Year,
        7 => Grain.Decade,
        8 => Grain.Century,
        9 => Grain.Weekend,
        _ => Grain.None,
    };

    private static Amount? AmountOf(int unit, int count) => count is < 0 or > 100000 ? null : unit switch
    {
        1 or 9 => new Amount { Days = unit == 9 ? 2 * count : count, Smallest = Grain.Day },
        2 => new Amount { Weeks = count, Smallest = Grain.Week },
        3 => new Amount { Weeks = 2 * count, Smallest = Grain.Week },
        4 => new Amount { Months = count, Smallest = Grain.Month },
        5 => new Amount { Months = 3 * count, Smallest = Grain.Month },
        6 => new Amount { Years = count, Smallest = Grain.Year },
        7 => new Amount { Years = 10 * count, Smallest = Grain.Year },
        8 => new Amount { Years = 100 * count, Smallest = Grain.Year },
        10 => new Amount { Hours = count, Smallest = Grain.Day, IsOfDay = true },
        11 => new Amount { Minutes = count, Smallest = Grain.Day, IsOfDay = true },
        _ => null,
    };

    // last, this, next, past, coming, that + unit, month, weekday, season, holiday, or so many units
    private bool Relative(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        var @class = ClassAt(i);
        var step = @class switch { DateClass.Last or DateClass.Past => -1, DateClass.Next or DateClass.Coming => 1, _ => 0 };
        if (@class is not (DateClass.Last or DateClass.Past or DateClass.This or DateClass.Next or DateClass.Coming or DateClass.That or DateClass.My))
            return false;
        if (@class == DateClass.My && ClassAt(i + 1) is not DateClass.Unit)
            return false;
        var isFollowing = @class == DateClass.Next && _tokens[i].Length > 4; // following: from the date told last
        var anchor = (isFollowing || @class == DateClass.That) && _mention.IsKnown ? _mention : _anchor.IsKnown ? _anchor : _mention;
        var at = i + 1;
        if (@class is DateClass.That or DateClass.This && ClassAt(at) == DateClass.That)
            at++;
        if (ClassAt(at) == DateClass.Business && ClassAt(at + 1) == DateClass.Unit)
            at++;
        // the last week of July, the last Friday of next month
        if (@class == DateClass.Last && ClassAt(at + 1) == DateClass.Of && (ClassAt(at) == DateClass.Weekday || ClassAt(at) == DateClass.Unit && ValueAt(at) == 2) && _tokens[i].Length <= 5 && Counted(i, at, -1, out end, out date))
            return true;
        // the last four months of 2016
        if (@class == DateClass.Last && _tokens[i].Length <= 5 && (ClassAt(at) == DateClass.Number || NumberAt(at)) && Counted(i, at, -1, out end, out date))
            return true;
        switch (ClassAt(at))
        {
            case DateClass.Unit:
                return RelativeUnit(i, at, @class, step, anchor, out end, out date);
            case DateClass.Month when @class != DateClass.Past:
                return RelativeMonth(at, @class, anchor, out end, out date);
            case DateClass.Weekday when @class != DateClass.Past:
                return RelativeWeekday(at, @class, anchor, out end, out date);
            case DateClass.Season:
                end = at + 1;
                if (!anchor.IsKnown)
                    return Fix(new Partial { Form = PartialForm.PartOfYear, Grain = Grain.Season, Index = ValueAt(at) }, out date);
                return Fix(Partial.Of(NearSeason(anchor, ValueAt(at), step)), out date);
            case DateClass.Holiday:
                var length = lexicon.Holiday(_tokens, at, out var holiday);
                if (length == 0 || !anchor.IsKnown)
                    return false;
                end = at + length;
                for (var year = anchor.Year + (step < 0 ? 0 : -1 + 1); year >= anchor.Year - 1 && year <= anchor.Year + 1; year += step < 0 ? -1 : 1)
                    if (lexicon.DayOf(holiday, year) is { IsKnown: true } day && (step < 0 ? day.First < anchor.First : step == 0 || day.First > anchor.Last))
                        return Fix(Partial.Of(day), out date);
                return false;
            case DateClass.DayPart when @class is DateClass.This or DateClass.Last or DateClass.Next or DateClass.That:
                if (anchor.Grain != Grain.Day)
                    return false;
                end = at + 1;
                return Fix(Partial.Of(When.OfDay(anchor.First + step)) with { Time = DayPart(ValueAt(at)) }, out date);
            case DateClass.Fiscal when ClassAt(at + 1) == DateClass.Unit && anchor.IsKnown:
                end = at + 2;
                return Fix(Partial.Of(anchor.Later(Grain.Year, step)) with { Approximate = true }, out date);
            case DateClass.Number or DateClass.Few or DateClass.Couple or DateClass.Some or DateClass.Dozen or DateClass.A when @class is not (DateClass.That or DateClass.My):
                return Spanning(at, step, anchor, out end, out date);
            case DateClass.None when NumberAt(at) && @class != DateClass.That:
                return Spanning(at, step, anchor, out end, out date);
            default:
                return false;
        }
    }

    private bool RelativeUnit(int i, int at, DateClass @class, int step, When anchor, out int end, out Partial date)
    {
        (end, date) = (at + 1, default);
        var number = ValueAt(at);
        var unit = UnitOf(number);
        var isPlural = number != 9 && number < 10 && IsPlural(at);
        if (isPlural)
        {
            // in recent weeks, the coming months
            if (step == 0)
                return false;
            var many = AmountOf(number, 1)!.Value;
            many.IsUnknown = true;
            return Fix(new Partial { Form = PartialForm.Open, Value = many.ToTimex() }, out date);
        }

        if (unit is Grain.None)
        {
            if (number is 10 or 11 && anchor.Grain == Grain.Day && step == -1)
                return Fix(new Partial { Form = PartialForm.Open, Value = number == 10 ? "PT1H" : "PT1M" }, out date);
            return false;
        }

        // this week Friday, next week on Friday, next week between ...
        if (unit == Grain.Week && anchor.Grain == Grain.Day)
        {
            var day = ClassAt(end) == DateClass.On ? end + 1 : end;
            if (ClassAt(day) == DateClass.Weekday && When.OfWeek(anchor.First).Later(Grain.Week, step) is { IsKnown: true } week)
            {
                end = day + 1;
                return Fix(Partial.Of(When.OfDay(week.First + ValueAt(day) - 1)), out date);
            }
        }

        if (!anchor.IsKnown)
            return Fix(new Partial { Form = PartialForm.Calendar, Value = unit switch { Grain.Week => "XXXX-WXX", Grain.Month => "XXXX-XX", Grain.Day => "XXXX-XX-XX", _ => "XXXX" } }, out date);
        if (@class == DateClass.Past && unit is not Grain.Day and not Grain.Weekend)
            return Span(AmountOf(number, 1)!.Value, anchor, -1, out date);
        var when = unit == Grain.Weekend && anchor.Grain == Grain.Day ? When.OfWeekend(anchor.First).Later(Grain.Weekend, step) : anchor.Later(unit, step);
        if (!when.IsKnown)
        {
            // a week told from a month: somewhere about it
            if (anchor.Grain is Grain.Month or Grain.Year or Grain.Season or Grain.SouthernSeason or Grain.Quarter && unit < anchor.Grain)
                return Fix(Partial.Of(anchor) with { Approximate = true }, out date);
            return false;
        }

        // in July next year is read at July; "last year" alone here
        return Fix(Partial.Of(when), out date);
    }

    private bool IsPlural(int at) => PluralWords.Contains(_tokens[at].Word);

    private HashSet<int> PluralWords => _plurals ??= lexicon.Plurals();

    private HashSet<int>? _plurals;

    private When NearSeason(When anchor, int season, int step)
    {
        if (step == 0)
            return When.OfSeason(anchor.Year, season, southern);
        for (var year = anchor.Year + (step < 0 ? 0 : -1); year >= anchor.Year - 2 && year <= anchor.Year + 2; year += step)
        {
            var when = When.OfSeason(year, season, southern);
            if (when.IsKnown && (step < 0 ? when.Last < anchor.First : when.First > anchor.Last))
                return when;
        }

        return default;
    }

    private bool RelativeMonth(int at, DateClass @class, When anchor, out int end, out Partial date)
    {
        (end, date) = (at + 1, default);
        if (MarkAt(end, '.') && _tokens[at].Length <= 4 && !(end + 1 < _tokens.Count && _tokens[end + 1].Is(TokenFlags.Sentence)))
            end++;
        // this May 5, last March 12: the day decides
        if (NumberAt(end) && _tokens[end].Length <= 2 && FromMonth(at, out var after, out var told) && told.Day > 0)
        {
            (end, date) = (after, told);
            return true;
        }

        var month = ValueAt(at);
        if (_tokens[at].Length == 3 && month == 5 && !_tokens[at].Is(TokenFlags.Capital))
            return false;
        if (!anchor.IsKnown)
            return Fix(Partial.Of(0, month, 0), out date);
        var year = anchor.Year;
        switch (@class)
        {
            case DateClass.Last:
                year -= month < anchor.Month ? 0 : 1;
                if (preference != DatePreference.PastUnlessAhead)
                    year = anchor.Year - 1;
                break;
            case DateClass.Next or DateClass.Coming:
                year += month > anchor.Month && preference == DatePreference.PastUnlessAhead ? 0 : 1;
                break;
            default:
                break;
        }

        return Fix(Partial.Of(year, month, 0), out date);
    }

    private bool RelativeWeekday(int at, DateClass @class, When anchor, out int end, out Partial date)
    {
        (end, date) = (at + 1, default);
        // this Friday 7/6: the number decides
        if (NumberAt(end) && FromWeekday(at, out var after, out var told) && after > end && told.Day > 0)
        {
            (end, date) = (after, told);
            return true;
        }

        if (anchor.Grain != Grain.Day)
            return anchor.IsKnown && Fix(Partial.Of(anchor) with { Approximate = true }, out date) || !anchor.IsKnown && Fix(new Partial { Form = PartialForm.Weekday, Index = ValueAt(at), Grain = Grain.Day }, out date);
        var week = When.OfWeek(anchor.First).Later(Grain.Week, @class == DateClass.Last ? -1 : @class is DateClass.Next or DateClass.Coming ? 1 : 0);
        if (!week.IsKnown)
            return false;
        var day = When.OfDay(week.First + ValueAt(at) - 1);
        if (@class == DateClass.Coming && anchor.First < day.First - 7)
            day = When.OfDay(day.First - 7);
        return Fix(Partial.Of(day), out date);
    }

    // the last five years: a duration, and the months it covers
    private bool Spanning(int at, int step, When anchor, out int end, out Partial date)
    {
        date = default;
        if (!Amounts(at, out end, out var amount))
            return false;
        if (step == 0 || amount.IsOfDay)
            return Fix(new Partial { Form = PartialForm.Open, Value = amount.ToTimex() }, out date);
        if (amount.IsUnknown || !anchor.IsKnown)
            return Fix(new Partial { Form = PartialForm.Open, Value = amount.ToTimex() }, out date);
        return Span(amount, anchor, step, out date);
    }

    // the time of an amount before or after the anchor; months are told in months, days in days
    private static bool Span(Amount amount, When anchor, int step, out Partial date, bool within = false)
    {
        date = default;
        var grain = amount.Smallest switch { Grain.Day or Grain.Week => Grain.Day, _ => Grain.Month };
        if (anchor.Grain > grain)
            grain = anchor.Grain;
        var near = grain switch { Grain.Day => anchor, Grain.Month => anchor.Later(Grain.Month, 0), _ => anchor.Later(Grain.Year, 0) };
        var far = grain switch
        {
            Grain.Day => Shift(anchor, amount, step),
            Grain.Month => near.Later(Grain.Month, step * (12 * Math.Min(amount.Years, 5000) + Math.Min(amount.Months, 5000))),
            _ => near.Later(Grain.Year, step * Math.Min(amount.Years, 5000)),
        };
        if (!near.IsKnown || !far.IsKnown)
            return Fix(new Partial { Form = PartialForm.Open, Value = amount.ToTimex() }, out date);
        if (grain == Grain.Day)
        {
            // the days themselves, without the one they are counted from
            far = Shift(anchor, amount with { Smallest = Grain.Day }, step);
            near = When.OfDay(within ? anchor.First : anchor.First + step);
            if (!far.IsKnown || !near.IsKnown)
                return false;
        }

        var (from, to) = step < 0 ? (far, near) : (near, far);
        if (from.First > to.First)
            return Fix(new Partial { Form = PartialForm.Open, Value = amount.ToTimex() }, out date);
        if (from.First == to.First)
            return Fix(Partial.Of(near) with { Approximate = true }, out date);
        return Fix(Partial.Of(near) with { Value = amount.ToTimex() + "|" + from.ToEdtf() + "/" + to.ToEdtf() }, out date);
    }

    // the anchor moved by an amount, told in its smallest unit
    private static When Shift(When anchor, in Amount amount, int step)
    {
        if (!anchor.IsKnown)
            return default;
        if (anchor.Grain != Grain.Day)
        {
            return amount.Smallest switch
            {
                Grain.Year => anchor.Later(Grain.Year, step * Math.Min(amount.Years, 9000)),
                Grain.Month => anchor.Later(Grain.Month, step * (12 * Math.Min(amount.Years, 1000) + Math.Min(amount.Months, 9000))),
                _ => default,
            };
        }

        var months = step * (12 * Math.Min(amount.Years, 9000) + Math.Min(amount.Months, 9000));
        var day = anchor.FirstDay;
        if (12 * day.Year + day.Month + months is < 24 or > 12 * 9990)
            return default;
        day = day.AddMonths(months);
        var number = day.DayNumber + step * (7 * Math.Min(amount.Weeks, 9000) + Math.Min(amount.Days, 99000));
        var moved = When.OfDay(number);
        if (!moved.IsKnown)
            return default;
        return amount.Smallest switch
        {
            Grain.Day => moved,
            Grain.Week => When.OfWeek(number),
            _ => moved.Later(amount.Smallest, 0),
        };
    }

    // three months, a year, two and a half years, 14-day, 2 years 1 month
    private bool Amounts(int i, out int end, out Amount amount)
    {
        (end, amount) = (i, default);
        var at = i;
        var isRough = false;
        for (var part = 0; part < 4; part++)
        {
            if (!OneAmount(at, out var after, out var one, part == 0))
                break;
            if (part > 0 && (one.IsOfDay != amount.IsOfDay || one.IsUnknown))
                break;
            amount = part == 0 ? one : amount with
            {
                Years = amount.Years + one.Years,
                Months = amount.Months + one.Months,
                Weeks = amount.Weeks + one.Weeks,
                Days = amount.Days + one.Days,
                Hours = amount.Hours + one.Hours,
                Minutes = amount.Minutes + one.Minutes,
                Smallest = one.Smallest < amount.Smallest ? one.Smallest : amount.Smallest,
            };
            isRough |= one.IsRough;
            end = at = after;
            if (amount.IsUnknown || amount.IsHyphenated)
                break;
            var joined = ClassAt(at) == DateClass.And || MarkAt(at, ',') ? at + 1 : at;
            if (!(NumberAt(joined) || ClassAt(joined) == DateClass.Number))
                break;
            at = joined;
        }

        amount.IsRough = isRough;
        return end > i;
    }

    private bool OneAmount(int i, out int end, out Amount amount, bool first)
    {
        (end, amount) = (i, default);
        var at = i;
        int count;
        bool isUnknown = false, isRough = false, half = false, single = false;
        switch (ClassAt(at))
        {
            case DateClass.A when first:
                single = true;
                if (ClassAt(at + 1) is DateClass.Few or DateClass.Couple or DateClass.Dozen)
                {
                    at++;
                    Vague(ref at, out count, out isUnknown, out isRough);
                    break;
                }

                if (ClassAt(at + 1) == DateClass.Half && ClassAt(at + 2) == DateClass.Unit)
                {
                    (at, count, half) = (at + 2, 0, true);
                    break;
                }

                (at, count) = (at + 1, 1);
                break;
            case DateClass.Few or DateClass.Couple or DateClass.Dozen when first:
                Vague(ref at, out count, out isUnknown, out isRough);
                break;
            case DateClass.Half when first && ClassAt(at + 1) == DateClass.A:
                (at, count, half) = (at + 2, 0, true);
                break;
            default:
                if (!Cardinal(at, out var after, out count))
                    return false;
                if (IsDecimal(at))
                    return false;
                at = after;
                break;
        }

        // 5 1/2, two and a half
        if (NumberAt(at) && MarkAt(at + 1, '/') && NumberAt(at + 2) && _tokens[at].Number == 1 && _tokens[at + 2].Number == 2)
            (at, half) = (at + 3, true);
        else if (ClassAt(at) == DateClass.And && (ClassAt(at + 1) == DateClass.A && ClassAt(at + 2) == DateClass.Half))
            (at, half) = (at + 3, true);
        else if (ClassAt(at) == DateClass.And && ClassAt(at + 1) == DateClass.Half)
            (at, half) = (at + 2, true);
        if (ClassAt(at) == DateClass.More)
            at++;
        var hyphen = false;
        if (DashAt(at) && Touches(at) && Touches(at + 1))
            (at, hyphen) = (at + 1, true);
        if (ClassAt(at) == DateClass.Business)
            at++;
        if (ClassAt(at) != DateClass.Unit || count >= 1000 && ValueAt(at) == 9 || single && IsPlural(at) && ClassAt(i + 1) is not (DateClass.Few or DateClass.Couple or DateClass.Dozen))
            return false;
        if (AmountOf(ValueAt(at), isUnknown ? 1 : count) is not { } made)
            return false;
        amount = made with { IsUnknown = isUnknown, IsRough = isRough, HasHalf = half, IsHyphenated = hyphen, IsSingle = single };
        end = at + 1;
        return true;
    }

    // few, several, a couple of, a dozen
    private void Vague(ref int at, out int count, out bool isUnknown, out bool isRough)
    {
        count = ValueAt(at);
        isUnknown = count == 0;
        isRough = ClassAt(at) != DateClass.Dozen;
        at++;
        if (ClassAt(at) == DateClass.Of)
            at++;
    }

    private bool FromAmount(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        // five past years
        if (Cardinal(i, out var direction, out var counted) && ClassAt(direction) is DateClass.Last or DateClass.Past or DateClass.Next or DateClass.Coming && ClassAt(direction + 1) == DateClass.Unit && IsPlural(direction + 1) && counted is > 0 and < 1000 && _anchor.IsKnown && AmountOf(ValueAt(direction + 1), counted) is { IsOfDay: false } told)
        {
            end = direction + 2;
            return Span(told, _anchor, ClassAt(direction) is DateClass.Last or DateClass.Past ? -1 : 1, out date);
        }

        if (!Amounts(i, out end, out var amount))
            return Weekdays(i, out end, out date);
        var at = end;
        if (DashAt(at) && Touches(at) && Touches(at + 1) && ClassAt(at + 1) is DateClass.None)
            return Open(amount, out date); // day-long, year-old
        // a week starting tomorrow; for three days from today
        var begin = MarkAt(at, ',') ? at + 1 : at;
        if ((ClassAt(begin) == DateClass.Begin || ClassAt(begin) == DateClass.From && ClassAt(i - 1) == DateClass.For) && amount is { IsUnknown: false, IsOfDay: false })
        {
            begin++;
            if (ClassAt(begin) is DateClass.From or DateClass.On)
                begin++;
            if (Bare(begin, out var behind, out var opening) && opening.Grain == Grain.Day && Resolve(opening, true) is { Grain: Grain.Day } day && Shift(day, amount with { Smallest = Grain.Day }, 1) is { IsKnown: true } close && close.First > day.First)
            {
                end = behind;
                var last = When.OfDay(close.First - 1);
                return Fix(Partial.Of(day) with { Value = day.ToTimex() + "/" + last.ToTimex() + "|" + day.ToEdtf() + "/" + last.ToEdtf() }, out date);
            }
        }

        // ago, earlier, later, before X, after X, from now
        switch (ClassAt(at))
        {
            case DateClass.Ago:
                end = at + 1;
                return Counted(amount, _anchor, -1, out date);
            case DateClass.Comparative:
                end = at + 1;
                return Counted(amount, _inChronology || !_mention.IsKnown ? _anchor : _mention, ValueAt(at) == 3 ? 1 : -1, out date);
            case DateClass.Hence:
                end = at + 1;
                return Counted(amount, _anchor, 1, out date);
            case DateClass.Before or DateClass.After:
                var step = ClassAt(at) == DateClass.After ? 1 : -1;
                if (Bare(at + 1, out var after, out var from) && from.Form != PartialForm.Open)
                {
                    end = after;
                    return Counted(amount, Resolve(from, false), step, out date);
                }

                return Open(amount, out date);
            case DateClass.From:
                if (ClassAt(at + 1) == DateClass.Now)
                {
                    end = at + 2;
                    return Counted(amount, _anchor, 1, out date);
                }

                if (Bare(at + 1, out after, out from) && from.Grain == Grain.Day)
                {
                    end = after;
                    return Counted(amount, Resolve(from, false), 1, out date);
                }

                return Open(amount, out date);
            case DateClass.In when ClassAt(at + 1) == DateClass.The && ClassAt(at + 2) == DateClass.Future:
                end = at + 3;
                return Counted(amount, _anchor, 1, out date);
            default:
                return Open(amount, out date);
        }
    }

    // two Sundays from now
    private bool Weekdays(int i, out int end, out Partial date)
    {
        (end, date) = (i, default);
        if (!Cardinal(i, out var at, out var count) || count is < 1 or > 20 || ClassAt(at) != DateClass.Weekday || _anchor.Grain != Grain.Day)
            return false;
        var weekday = ValueAt(at);
        var ahead = ClassAt(at + 1) == DateClass.From && ClassAt(at + 2) == DateClass.Now ? 3 : ClassAt(at + 1) == DateClass.Comparative && ValueAt(at + 1) == 3 ? 2 : 0;
        if (ahead == 0)
            return false;
        end = at + ahead;
        var first = (weekday - When.IsoWeekday(_anchor.First) + 7) % 7;
        return Fix(Partial.Of(When.OfDay(_anchor.First + (first == 0 ? 7 : first) + 7 * (count - 1))), out date);
    }

    private static bool Open(in Amount amount, out Partial date)
    {
        date = new Partial { Form = PartialForm.Open, Value = amount.ToTimex() };
        return true;
    }

    private static bool Counted(in Amount amount, When from, int step, out Partial date)
    {
        if (amount.IsUnknown || amount.IsOfDay && from.Grain != Grain.Day)
            return Fix(new Partial { Form = PartialForm.Open, Value = step < 0 ? "PAST_REF" : "FUTURE_REF" }, out date);
        if (amount.HasHalf && amount is { Years: 0, Months: 0, Weeks: 0, Days: 0 })
        {
            // half a year
            var half = amount.Smallest == Grain.Year ? new Amount { Months = 6, Smallest = Grain.Month } : new Amount { Days = amount.Smallest == Grain.Month ? 15 : 3, Smallest = Grain.Day, IsRough = true };
            return Counted(half, from, step, out date);
        }

        var when = Shift(from, amount, step);
        if (when.IsKnown)
            return Fix(Partial.Of(when) with { Approximate = amount.IsRough }, out date);
        if (from.IsKnown && from.Grain > amount.Smallest && from.Grain <= Grain.Year)
            return Fix(Partial.Of(from) with { Approximate = true }, out date); // days told from a month
        return Open(amount, out date);
    }

    // in three weeks, within five days
    private bool Ahead(int i, out int end)
    {
        end = i;
        var isWithin = ClassAt(i) == DateClass.Within;
        var at = i + 1;
        if (isWithin)
        {
            if (ClassAt(at) == DateClass.The)
                at++;
            if (ClassAt(at) is DateClass.Next or DateClass.Coming)
                at++;
        }

        if (!Amounts(at, out var after, out var amount) || amount.IsOfDay || amount.IsUnknown || amount.IsHyphenated || !_anchor.IsKnown || ClassAt(after) is DateClass.Ago or DateClass.Comparative or DateClass.Before or DateClass.After or DateClass.Of)
            return false;
        if (isWithin)
        {
            if (!Span(amount, _anchor, 1, out var window, within: true))
                return false;
            if (!(preference != DatePreference.PastUnlessAhead || LooksAhead(i, after)))
                window = new Partial { Form = PartialForm.Open, Value = amount.ToTimex() };
            end = after;
            return Emit(at, end, window, default, 0);
        }

        // "in three weeks" is how long it took, unless the sentence looks ahead
        if (preference == DatePreference.PastUnlessAhead && !LooksAhead(i, after))
            return false;
        if (!Counted(amount, _anchor, 1, out var date))
            return false;
        end = after;
        return Emit(i, end, date, default, 0);
    }
}
