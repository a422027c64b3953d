namespace Manometer.Coding;

/// <summary>Reads the expressions of time in the tokens of one text: a hand-written descent that starts only at words of time and digits and never looks back further than a sentence.</summary>
internal sealed partial class DateGrammar(DateLexicon lexicon, DatePreference preference, bool southern = false)
{
    private const int Window = 40; // tokens of a sentence searched for words that look ahead

    private const int LongAgo = 300, Soon = 70; // days

    private static readonly bool[] Starters = MakeStarters();

    private readonly TokenList _none = new();
    private TokenList _tokens = null!;
    private List<DateMention> _found = null!;
    private When _anchor; // the date of the document, or of the heading that governs
    private When _mention; // the date told last
    private bool _inChronology;

    public void Read(TokenList tokens, DateOnly? document, List<DateMention> found)
    {
        (_tokens, _found) = (tokens, found);
        _mention = default;
        var ofDocument = document is { } day ? When.OfDay(day.DayNumber) : default;
        _anchor = ofDocument;
        _inChronology = false;
        var chronology = Chronology.Of(tokens, lexicon);
        var heading = 0;
        var until = chronology.Count > 0 ? chronology[0].At : int.MaxValue;
        var release = int.MaxValue;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i >= release)
                (_anchor, _inChronology, _mention, release) = (ofDocument, false, default, int.MaxValue);
            if (i == until)
            {
                var entry = chronology[heading++];
                (_anchor, _mention, _inChronology) = (entry.When, entry.When, true);
                found.Add(new DateMention(tokens[i].Start, tokens[entry.End - 1].End, DateMentionKind.Heading, entry.When.ToTimex(), entry.When.ToEdtf()));
                i = entry.End - 1;
                release = entry.Release;
                until = heading < chronology.Count ? chronology[heading].At : int.MaxValue;
                continue;
            }

            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Mark || token.Kind == TokenKind.Word && token.Word == 0)
                continue;
            if (token.Kind != TokenKind.Number && !Starters[(int)lexicon.ClassOf(token)])
                continue;
            if (Top(i, out var end))
                i = end - 1;
        }

        _tokens = _none;
    }

    private DateClass ClassAt(int i) => i >= 0 && i < _tokens.Count ? lexicon.ClassOf(_tokens[i]) : DateClass.None;

    private int ValueAt(int i) => lexicon.ValueOf(_tokens[i]);

    private bool MarkAt(int i, char mark) => i >= 0 && i < _tokens.Count && _tokens[i].IsMark(mark);

    private bool NumberAt(int i) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == TokenKind.Number && _tokens[i].Number >= 0;

    private bool Touches(int i) => i >= 0 && i < _tokens.Count && i > 0 && _tokens[i].Start == _tokens[i - 1].End;

    private bool DashAt(int i) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == TokenKind.Mark && (char)_tokens[i].Word is '-' or '\u2013' or '\u2014' or '~' or '\u2010' or '\u2011';

    private bool Top(int i, out int end)
    {
        var @class = ClassAt(i);
        Partial first;
        switch (@class)
        {
            case DateClass.From or DateClass.Between:
                return Range(i + 1, @class == DateClass.Between, out end, out first, true);
            case DateClass.Since or DateClass.After or DateClass.Until or DateClass.By or DateClass.Before:
                var at = i + 1;
                while (ClassAt(at) is DateClass.At or DateClass.On && at - i < 3)
                    at++;
                if (Atom(at, out end, out first) && first.Form != PartialForm.Open && first.Grain != Grain.None)
                {
                    Emit(at, end, first, default, @class switch { DateClass.Since => 1, DateClass.After => first.Part > 0 ? 1 : 2, DateClass.Before => first.Part > 0 ? -1 : -2, _ => -1 });
                    return true;
                }

                return false;
            case DateClass.In or DateClass.Within:
                return Ahead(i, out end);
            case DateClass.Begin:
            case DateClass.PartOf when _tokens[i].Length == 9 && ClassAt(i + 1) is DateClass.On or DateClass.Month or DateClass.Weekday or DateClass.Today:
                at = ClassAt(i + 1) is DateClass.On or DateClass.In ? i + 2 : i + 1;
                return Atom(at, out end, out first) && first.Form != PartialForm.Open && Emit(at, end, first, default, 1);
            case DateClass.Comparative when ClassAt(i + 1) == DateClass.Than:
                return Atom(i + 2, out end, out first) && first.Form != PartialForm.Open && first.Grain != Grain.None && Emit(i + 2, end, first, default, ClassAt(i - 1) == DateClass.Reference ? -ValueAt(i) + 2 : ValueAt(i) == 3 ? 2 : -2);
            case DateClass.As when ClassAt(i + 1) == DateClass.Part && ClassAt(i + 2) == DateClass.As:
                return Atom(i + 3, out end, out first) && first.Grain != Grain.None && Emit(i + 3, end, first, default, ValueAt(i + 1) == 1 ? 1 : -1);
            case DateClass.As when ClassAt(i + 1) == DateClass.Of:
                return Atom(i + 2, out end, out first) && first.Grain != Grain.None && Emit(i + 2, end, first, default, 0);
            default:
                break;
        }

        if (!Range(i, false, out end, out first, false))
            return false;
        return true;
    }

    // X to Y, X - Y, and X alone
    private bool Range(int i, bool isBetween, out int end, out Partial first, bool announced)
    {
        var start = i;
        if (!Atom(i, out end, out first))
        {
            // from 4 to 22 January: the day before its month
            var number = announced && ClassAt(i) == DateClass.The ? i + 1 : i;
            var day = 0;
            if (NumberAt(number))
                (end, day) = (SkipSuffix(number + 1), _tokens[number].Number);
            else if (!announced || ClassAt(number) is not (DateClass.Ordinal or DateClass.Number) || !OrdinalWords(number, out end, out day))
                return false;
            if (day is < 1 or > 31 || i > 0 && Touches(i) && !DashAt(i - 1))
                return false;
            first = Partial.Of(0, 0, day);
            if (!RangeWord(end, isBetween, out var next) || !Atom(next, out var last, out var second) || !(second.Month > 0 || second.Form == PartialForm.Fixed) || second.Grain is not (Grain.Day or Grain.Month))
            {
                return RangeWord(end, isBetween, out next) && DayOfRelative(next, out last, out second) && EmitRange(start, last, Partial.Of(second.Fixed.Year, second.Fixed.Month, first.Day), second, ref end);
            }

            if (second.Grain != Grain.Day)
                return false;
            if (second.Form == PartialForm.Fixed)
                second = Partial.Of(second.Fixed.Year, second.Fixed.Month, second.Fixed.FirstDay.Day);
            (first.Month, first.Year) = (second.Month, second.Year);
            return EmitRange(start, last, first, second, ref end);
        }

        if (!(announced && ClassAt(i) == DateClass.Now && IsNow(ref first)) && (first.Form == PartialForm.Open || first.Grain == Grain.None))
            return Emit(start, end, first, default, 0);
        if (RangeWord(end, isBetween, out var to) && (announced || first.Grain != Grain.None))
        {
            if (first.Day > 0 && first.Month > 0 && NumberAt(to) && _tokens[to].Number is >= 1 and <= 31 && !IsTime(to) && SkipSuffix(to + 1) is var behind && ClassAt(behind) is not (DateClass.Month or DateClass.Unit) && !(DashAt(behind) && Touches(behind + 1)) && !MarkAt(behind, '/') && !MarkAt(behind, '.') | !Touches(behind + 1) && !(ClassAt(behind) == DateClass.Of))
            {
                var second = first with { Day = _tokens[to].Number };
                if (YearBehind(behind, out var afterYear, out var year))
                    (first.Year, second.Year, behind) = (year, year, afterYear);
                if (second.Day > first.Day)
                    return EmitRange(start, behind, first, second, ref end);
            }

            // April ninth through seventeenth
            if (first.Day > 0 && first.Month > 0 && (ClassAt(to) == DateClass.The ? to + 1 : to) is var word && ClassAt(word) is DateClass.Ordinal or DateClass.Number && OrdinalWords(word, out var behindWord, out var wordDay) && wordDay is >= 1 and <= 31 && ClassAt(behindWord) is not (DateClass.Of or DateClass.Month or DateClass.Unit))
            {
                var second = first with { Day = wordDay, Month = wordDay > first.Day ? first.Month : first.Month % 12 + 1 };
                return EmitRange(start, behindWord, first, second, ref end);
            }

            if (Atom(to, out var last, out var other) && IsNow(ref other) && other.Form != PartialForm.Open && other.Grain != Grain.None && !(first.Grain == Grain.Year && other.Grain == Grain.Year && other.Year < first.Year))
            {
                if (first.LacksYear && other.LacksYear && first.Month > 0 && other.Day > 0 && MarkAt(last, ',') && YearBehind(last, out var behindYear, out var ofBoth))
                    (first.Year, other.Year, last) = (ofBoth, ofBoth, behindYear);
                if (first.LacksYear && other.Year > 0 && first.Month > 0 && other.Month > 0)
                    first.Year = first.Month > other.Month ? other.Year - 1 : other.Year;
                return EmitRange(start, last, first, other, ref end);
            }

            // 2016-18, 2016/17
            if (first is { Grain: Grain.Year, Form: PartialForm.Calendar, Part: 0 } && NumberAt(to) && _tokens[to].Length == 2 && Touches(to) && Touches(to - 1) && _tokens[to].Number > first.Year % 100 && !MarkAt(to + 1, '.') && !DashAt(to + 1))
                return EmitRange(start, to + 1, first, Partial.Of(first.Year / 100 * 100 + _tokens[to].Number, 0, 0), ref end);
        }

        var open = ClassAt(end) is DateClass.Or or DateClass.And && (ClassAt(end + 1) == DateClass.Comparative || ClassAt(end + 1) is DateClass.After or DateClass.Before && StandsAlone(end + 2)) && (ClassAt(end) == DateClass.Or || !MarkAt(end + 2, ',')) ? ValueAt(end + 1) is 3 || ClassAt(end + 1) == DateClass.After ? 1 : -1 : 0;
        return Emit(start, end, first, default, open);
    }

    // as an end of a range, now is the day of the document
    private static bool IsNow(ref Partial date)
    {
        if (date is { Form: PartialForm.Open, Value: "PRESENT_REF", Fixed.IsKnown: true })
            date = Partial.Of(date.Fixed);
        return true;
    }

    private bool RangeWord(int i, bool isBetween, out int next)
    {
        next = i + 1;
        if (DashAt(i))
            return i + 1 < _tokens.Count && !_tokens[i + 1].Is(TokenFlags.Line);
        return ClassAt(i) switch
        {
            DateClass.To or DateClass.Until => true,
            DateClass.And => isBetween,
            _ => false,
        };
    }

    // 23 next month, 23 of this month
    private bool DayOfRelative(int i, out int end, out Partial day)
    {
        (end, day) = (i, default);
        if (!NumberAt(i) || _tokens[i].Number is not (>= 1 and <= 31))
            return false;
        var at = SkipSuffix(i + 1);
        if (ClassAt(at) is DateClass.Of or DateClass.In)
            at++;
        if (!Relative(at, out end, out var month) || month.Grain != Grain.Month || month.Form != PartialForm.Fixed)
            return false;
        day = Partial.Of(When.OfDay(month.Fixed.Year, month.Fixed.Month, _tokens[i].Number));
        return day.IsTold;
    }

    private bool EmitRange(int start, int stop, in Partial first, in Partial second, ref int end)
    {
        end = stop;
        return Emit(start, stop, first, second, 0);
    }

    private bool Emit(int start, int end, in Partial first, in Partial second, int open)
    {
        int from = _tokens[start].Start, to = _tokens[end - 1].End;
        if (first.Form == PartialForm.Open)
        {
            var kind = first.Value!.EndsWith("_REF", StringComparison.Ordinal) ? DateMentionKind.Reference : first.Index == 1 ? DateMentionKind.Repetition : DateMentionKind.Duration;
            _found.Add(new DateMention(from, to, kind, first.Value, kind == DateMentionKind.Reference && first.Fixed.IsKnown ? first.Fixed.ToEdtf() : null));
            return true;
        }

        var ahead = preference == DatePreference.PastUnlessAhead && (first.LacksYear || first.Form == PartialForm.Weekday) && LooksAhead(start, end);
        // until Tuesday, as soon as Tuesday: the next one
        var must = first.Form == PartialForm.Weekday && preference == DatePreference.PastUnlessAhead && (ClassAt(start - 1) is DateClass.Until or DateClass.By or DateClass.As || open < 0);
        var begin = must ? ResolveWeekday(first.Index, true, true) : Resolve(first, ahead);
        if (second.IsTold)
        {
            var stop = second.Form == PartialForm.Weekday && begin.Grain == Grain.Day ? When.OfDay(begin.First + (second.Index - When.IsoWeekday(begin.First) + 7) % 7)
                : second.LacksYear && begin.IsKnown ? Resolve(second, begin) : Resolve(second, ahead);
            if (first.LacksYear && !second.LacksYear && stop.IsKnown && begin.IsKnown && begin.First > stop.Last)
                begin = Resolve(first, stop, back: true);
            if (begin.IsKnown && stop.IsKnown && begin.First <= stop.Last)
            {
                _found.Add(new DateMention(from, to, DateMentionKind.Period, begin.ToTimex() + "/" + stop.ToTimex(), Shown(first, begin).First <= Shown(second, stop).First ? Shown(first, begin).ToEdtfEnd(false) + "/" + Shown(second, stop).ToEdtfEnd(true) : null));
                _mention = stop;
                return true;
            }

            if (begin.IsKnown != stop.IsKnown || !begin.IsKnown)
                _found.Add(new DateMention(from, to, DateMentionKind.Period, TimexOf(first, begin) + "/" + TimexOf(second, stop), null));
            return true;
        }

        if (first.Value is { } given && first.Form == PartialForm.Fixed && given.Contains('|', StringComparison.Ordinal))
        {
            // "past two months": a duration that ends now
            var at = given.IndexOf('|', StringComparison.Ordinal);
            _found.Add(new DateMention(from, to, DateMentionKind.Period, given[..at], given[(at + 1)..]));
            return true;
        }

        if (!begin.IsKnown)
        {
            if (first is { Day: > 0, Month: > 0, Year: > 0 })
                return false; // no such day
            _found.Add(new DateMention(from, to, DateMentionKind.Date, TimexOf(first, begin), null));
            return true;
        }

        var shown = Shown(first, begin);
        if (open is 2 or -2)
            shown = When.OfDay(open > 0 ? shown.Last + 1 : shown.First - 1) is { IsKnown: true } beside ? shown.Grain switch
            {
                Grain.Day or Grain.Week or Grain.Weekend => beside,
                Grain.Year or Grain.Decade or Grain.Century => beside.Later(Grain.Year, 0),
                _ => beside.Later(Grain.Month, 0),
            }
            : shown;
        var edtf = open == 0 ? shown.ToEdtf() : open > 0 ? shown.ToEdtfEnd(false) + "/.." : "../" + shown.ToEdtfEnd(true);
        if (first.Approximate && open == 0 && !edtf.Contains('/', StringComparison.Ordinal))
            edtf += "~";
        _found.Add(new DateMention(from, to, open == 0 ? DateMentionKind.Date : DateMentionKind.Period, first.Value ?? begin.ToTimex() + first.Time, edtf));
        if (begin.Grain <= Grain.Year)
            _mention = begin;
        return true;
    }

    // early, mid and late of a year are its thirds
    private static When Shown(in Partial partial, When when) => partial.Part > 0 && when.Grain == Grain.Year ? When.OfThird(when.Year, partial.Part) : when;

    private static string TimexOf(in Partial partial, When when)
    {
        if (when.IsKnown)
            return when.ToTimex() + partial.Time;
        if (partial.Value is { } given)
            return given;
        var c = System.Globalization.CultureInfo.InvariantCulture;
        return partial.Form switch
        {
            PartialForm.Weekday => string.Create(c, $"XXXX-WXX-{partial.Index}") + partial.Time,
            PartialForm.PartOfYear => "XXXX-" + (partial.Grain == Grain.Quarter ? string.Create(c, $"Q{partial.Index}") : partial.Grain == Grain.Half ? string.Create(c, $"H{partial.Index}") : partial.Index switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" }),
            PartialForm.Calendar => (partial.Year > 0 ? string.Create(c, $"{partial.Year:0000}") : "XXXX")
                + (partial.Month > 0 ? string.Create(c, $"-{partial.Month:00}") : partial.Day > 0 ? "-XX" : "")
                + (partial.Day > 0 ? string.Create(c, $"-{partial.Day:00}") : "") + partial.Time,
            _ => "XXXX-XX-XX",
        };
    }

    // does the sentence say that it is still to come?
    private bool LooksAhead(int start, int end)
    {
        if (ClassAt(start - 1) is DateClass.Until or DateClass.By)
            return true;
        for (var i = start; i > 0 && start - i < Window && !_tokens[i].Is(TokenFlags.Sentence); i--)
            if (ClassAt(i - 1) == DateClass.Tense && IsTense(i - 1))
                return true;
        for (var i = end; i < _tokens.Count && i - end < Window && !_tokens[i].Is(TokenFlags.Sentence); i++)
            if (ClassAt(i) == DateClass.Tense && IsTense(i))
                return true;
        return false;
    }

    // "due" looks ahead, "due to" does not
    private bool IsTense(int i) => !(ClassAt(i + 1) == DateClass.To && _tokens[i].Length == 3);

    private When Resolve(in Partial partial, bool ahead)
    {
        switch (partial.Form)
        {
            case PartialForm.Fixed:
                return partial.Fixed;
            case PartialForm.Weekday:
                return ResolveWeekday(partial.Index, ahead);
            case PartialForm.None or PartialForm.Open:
                return default;
            default:
                break;
        }

        if (partial.Year > 0)
            return Make(partial, partial.Year);
        var reference = _anchor.IsKnown ? _anchor : _mention;
        if (!reference.IsKnown)
            return default;
        var wantsFuture = preference == DatePreference.Future;
        var past = wantsFuture ? default : Nearest(partial, reference, false);
        if (preference == DatePreference.Past)
            return past;
        var future = Nearest(partial, reference, true);
        if (wantsFuture)
            return future;
        // ten months back is further than anybody goes without saying so, if the same date is close ahead
        ahead |= past.IsKnown && future.IsKnown && reference.First - past.Last > LongAgo && future.First - reference.Last < Soon;
        return ahead && future.IsKnown && (!past.IsKnown || past.Last < reference.First && future.First - reference.Last < reference.First - past.First) ? future : past;
    }

    private When Resolve(in Partial partial, When near, bool back = false) => Nearest(partial, near, !back);

    private static readonly int[] Back = [1, 0, -1, -2, -3, -4, -5, -6, -7, -8];
    private static readonly int[] Onward = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

    private When Nearest(in Partial partial, When reference, bool future)
    {
        if (partial is { Form: PartialForm.Calendar, Month: 0, Day: > 0 })
        {
            for (var step = future ? -1 : 1; step is >= -48 and <= 48; step += future ? 1 : -1)
            {
                var month = new When(Grain.Month, reference.First, reference.Last).Later(Grain.Month, step);
                var day = month.IsKnown ? When.OfDay(month.Year, month.Month, partial.Day) : default;
                if (day.IsKnown && (partial.Index == 0 || When.IsoWeekday(day.First) == partial.Index) && (future ? day.Last >= reference.First : day.First <= reference.Last))
                    return day;
            }

            return default;
        }

        foreach (var step in future ? Onward : Back)
        {
            var candidate = Make(partial, reference.Year + step);
            if (candidate.IsKnown && (future ? candidate.Last >= reference.First : candidate.First <= reference.Last))
                return candidate;
        }

        return default;
    }

    private When Make(in Partial partial, int year)
    {
        if (year is < When.FirstYear or > When.LastYear)
            return default;
        return partial.Form switch
        {
            PartialForm.Calendar when partial.Day > 0 => When.OfDay(year, partial.Month, partial.Day),
            PartialForm.Calendar when partial.Month > 0 => When.OfMonth(year, partial.Month),
            PartialForm.Calendar => When.OfYear(year),
            PartialForm.PartOfYear => partial.Grain switch
            {
                Grain.Season => When.OfSeason(year, partial.Index, southern),
                Grain.Quarter => When.OfQuarter(year, partial.Index),
                _ => When.OfHalf(year, partial.Index),
            },
            PartialForm.Nth => NthOf(partial, year),
            PartialForm.Holiday => lexicon.DayOf(partial.Index, year),
            _ => default,
        };
    }

    private static When NthOf(in Partial partial, int year)
    {
        if (partial.Grain == Grain.Day)
        {
            return partial.Day > 0 ? DateLexicon.NthWeekday(year, partial.Month, partial.Day, partial.Index)
                : When.OfMonth(year, partial.Month) is { IsKnown: true } month ? When.OfDay(month.Last - (When.IsoWeekday(month.Last) - partial.Index + 7) % 7) : default;
        }

        // the week of a month or year is the one its Thursday lies in; a month's first is the first Monday's
        var span = partial.Month > 0 ? When.OfMonth(year, partial.Month) : When.OfYear(year);
        if (!span.IsKnown)
            return default;
        if (partial.Month > 0)
        {
            var monday = span.First + (8 - When.IsoWeekday(span.First)) % 7;
            var count = (span.Last - monday) / 7 + 1;
            var nth = partial.Day > 0 ? partial.Day : count;
            return nth <= count + 1 ? When.OfWeek(monday + 7 * (nth - 1)) : default;
        }

        var one = When.OfWeek(span.First + 3);
        if (partial.Day < 0)
            return When.OfWeek(span.Last - 3);
        return partial.Day <= 53 ? When.OfWeek(one.First + 7 * (partial.Day - 1)) : default;
    }

    private When ResolveWeekday(int weekday, bool ahead, bool must = false)
    {
        var reference = _anchor.IsKnown ? _anchor : _mention;
        if (reference.Grain != Grain.Day)
            return _inChronology ? reference : default;
        var today = When.IsoWeekday(reference.First);
        var back = (today - weekday + 7) % 7;
        var on = (weekday - today + 7) % 7;
        if (preference == DatePreference.Future)
            return When.OfDay(reference.First + (on == 0 ? 7 : on));
        if (preference == DatePreference.Past)
            return When.OfDay(reference.First - (back == 0 ? 7 : back));
        return must || ahead && on < back ? When.OfDay(reference.First + on) : When.OfDay(reference.First - back);
    }

    private static bool[] MakeStarters()
    {
        var starters = new bool[(int)DateClass.Holiday + 1];
        DateClass[] classes =
        [
            DateClass.Month, DateClass.Weekday, DateClass.Season, DateClass.Number, DateClass.Dozen, DateClass.Couple, DateClass.Few, DateClass.Ordinal, DateClass.Last, DateClass.Past,
            DateClass.This, DateClass.Next, DateClass.Coming, DateClass.That, DateClass.My, DateClass.Today, DateClass.Now, DateClass.PastRef, DateClass.Future, DateClass.Part, DateClass.PartOf,
            DateClass.Comparative, DateClass.Midyear, DateClass.DayPart, DateClass.Before, DateClass.After, DateClass.Since, DateClass.Until, DateClass.By, DateClass.From, DateClass.Between,
            DateClass.In, DateClass.Within, DateClass.The, DateClass.A, DateClass.As, DateClass.Begin, DateClass.Rest, DateClass.Set, DateClass.Every, DateClass.Fiscal, DateClass.Quarter,
            DateClass.Q, DateClass.HalfYear, DateClass.H, DateClass.DecadeWord, DateClass.Era, DateClass.Unit, DateClass.Half, DateClass.Some, DateClass.Holiday,
        ];
        foreach (var one in classes)
            starters[(int)one] = true;
        return starters;
    }
}
