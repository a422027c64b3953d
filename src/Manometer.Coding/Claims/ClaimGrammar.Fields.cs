using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The fields of a claim.</summary>
internal sealed partial class ClaimGrammar
{
    private const int NegationReach = 6, ModeReach = 14, SubjectReach = 5; // tokens before the words that make the claim

    private ClaimMode ModeOf(CueHit cue, Clause clause, int at, string direction)
    {
        var mode = ClaimMode.Asserted;
        var least = int.MaxValue;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Mode || hit.At >= cue.At && hit.End <= cue.End)
                continue;
            var distance = hit.At < cue.At ? cue.At - hit.End : hit.At - cue.End + 4;
            var found = Enum.Parse<ClaimMode>(hit.Cue.First, ignoreCase: true);
            // a negation reaches the verb it stands at; a fear or a rumour reaches over a clause that begins with it
            var reach = found == ClaimMode.Negated ? NegationReach : ModeReach;
            var inside = clause.Holds(hit.At) || found is not ClaimMode.Negated && hit.At < clause.At && hit.At - at < ModeReach && clause.At - hit.End <= ModeReach;
            if (!inside || distance > reach || found == ClaimMode.Negated && hit.At > cue.At)
                continue;
            if (found == ClaimMode.Negated && cue.Kind == CueKind.Event && Tells(cue, hit))
                continue;
            // a fear of what will or may be is a fear
            if (mode == ClaimMode.Feared && found is ClaimMode.Forecast or ClaimMode.Hypothetical)
                continue;
            if (distance < least || found == ClaimMode.Feared && mode is ClaimMode.Forecast or ClaimMode.Hypothetical)
                (mode, least) = (found, distance);
        }

        // "prices did not change" is stability, not the denial of it
        if (mode == ClaimMode.Negated && direction == "none" && cue.Cue.Id is "m-nochange" or "m-fluct")
            mode = ClaimMode.Asserted;
        return mode;
    }

    // cues such as "can no longer obtain" hold their own negation
    private static bool Tells(CueHit cue, CueHit negation) => cue.Cue.Id is "e-notpaid" or "e-nofind" or "e-afford" or "e-nolonger" or "e-norations" or "e-noration2" or "e-nowork" && cue.At - negation.End <= 1;

    private (Attribution, CauseGrade, int, int) CauseOf(CueHit cue, Clause clause, int at, int end)
    {
        CueHit? best = null;
        var denied = default(CueHit?);
        var contributing = false;
        var reported = false;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Cause)
                continue;
            switch (hit.Cue.First)
            {
                case "denied":
                    denied ??= hit;
                    break;
                case "contributing":
                    contributing = true;
                    best ??= hit;
                    break;
                default:
                    reported |= hit.Cue.First == "reported";
                    if (best is null || Rank(hit) > Rank(best.Value) || Rank(hit) == Rank(best.Value) && Math.Abs(hit.At - cue.At) < Math.Abs(best.Value.At - cue.At))
                        best = hit;
                    break;
            }
        }

        var sanctions = Any(CueKind.Sanctions, at, end);
        var other = Any(CueKind.OtherCause, at, end);
        if (denied is { } no && sanctions is not null)
            return (Attribution.Sanctions, CauseGrade.Denied, _tokens[no.At].Start, _tokens[no.End - 1].End);
        if (best is not { } cause)
            // "the ban put loggers out of work": what begins the clause and stands before its movement does it
            return Any(CueKind.Sanctions, clause.At, Math.Min(cue.At, clause.At + SubjectReach)) is { } subject && subject.End <= cue.At
                ? (Attribution.Sanctions, CauseGrade.Asserted, _tokens[subject.At].Start, _tokens[subject.End - 1].End)
                : (Attribution.None, CauseGrade.None, -1, -1);
        var (from, to) = (_tokens[cause.At].Start, _tokens[cause.End - 1].End);
        if (cause.Cue.First == "temporal")
        {
            // only "after the ban" and "since the coup" tie anything to anything
            return Any(CueKind.Sanctions, cause.End, Math.Min(end, cause.End + 8)) is not null ? (Attribution.Sanctions, CauseGrade.Temporal, from, to)
                : Any(CueKind.OtherCause, cause.End, Math.Min(end, cause.End + 5)) is not null ? (Attribution.OtherCause, CauseGrade.Temporal, from, to)
                : (Attribution.None, CauseGrade.None, -1, -1);
        }

        var grade = contributing ? CauseGrade.Contributing : reported ? CauseGrade.Reported : CauseGrade.Asserted;
        // what stands behind the words of cause is the cause; before "forced" and "caused", what stands before them
        var forward = cause.Cue.Id is not ("c-causing" or "c-thrusanc" or "c-also" or "c-why");
        var sanctionsThere = forward ? Any(CueKind.Sanctions, cause.At, Math.Min(end, cause.End + 10)) : Any(CueKind.Sanctions, Math.Max(at, cause.At - 10), cause.End);
        var otherThere = forward ? Any(CueKind.OtherCause, cause.At, Math.Min(end, cause.End + 10)) : Any(CueKind.OtherCause, Math.Max(at, cause.At - 10), cause.End);
        if (sanctionsThere is not null && otherThere is not null)
            return (Attribution.Sanctions, CauseGrade.Contributing, from, to);
        if (sanctionsThere is not null)
            return (Attribution.Sanctions, grade == CauseGrade.Contributing && other is null && !contributing ? CauseGrade.Asserted : grade, from, to);
        if (otherThere is not null)
            return (Attribution.OtherCause, grade, from, to);
        if (sanctions is not null && contributing)
            return (Attribution.Sanctions, CauseGrade.Contributing, from, to);
        // a cause that is told but is neither: only explicit words count
        return forward && cause.Cue.Id is "c-due" or "c-because" or "c-result" or "c-want" or "c-putdown" or "c-trace" or "c-blame" ? (Attribution.OtherCause, grade, from, to) : (Attribution.None, CauseGrade.None, -1, -1);
    }

    private static int Rank(CueHit cause) => cause.Cue.First switch { "asserted" => 3, "reported" => 2, "contributing" => 1, _ => 0 };

    private CueHit? Any(CueKind kind, int from, int to)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == kind && _hits[h].At >= from && _hits[h].At < to)
                return _hits[h];
        return null;
    }

    private QuantityMention? MagnitudeOf(CueHit cue, Clause clause, string sector = "", string indicator = "", string direction = "")
    {
        QuantityMention? best = null;
        var least = int.MaxValue;
        int from = _tokens[clause.At].Start, to = _tokens[clause.End - 1].End, at = _tokens[cue.At].Start;
        for (var q = _quantityAt; q < _quantityEnd; q++)
        {
            var quantity = _quantities[q];
            if (quantity.Start < from || quantity.Start >= to || IsDate(quantity))
                continue;
            // bare numbers and lengths of time measure nothing here, unless by or to says so, or people or goods are counted, or hours of power, or the rate of money
            var isTime = quantity.Unit is "day" or "week" or "month" or "year" or "hour" or "minute" or "second" or "count";
            var counts = quantity.Unit is null && quantity.Form == QuantityForm.Value && (Counted(quantity, clause) || sector == "currency" && _levels.Contains(WordBefore(quantity.Start)));
            if (isTime && !(quantity.Unit == "hour" && (cue.Cue.Id == "e-hours" || sector == "electricity")) || !counts && quantity.Unit is null && quantity.Role == QuantityRole.None && quantity.Form == QuantityForm.Value && quantity.Value is not (0.5 or > 0 and < 1))
                continue;
            var distance = Math.Abs(quantity.Start - at) + (quantity.Start < at ? 10 : 0) - (quantity.Unit == "percent" || quantity.Form == QuantityForm.Multiple ? 20 : 0) + (counts ? 40 : 0);
            if (distance < least)
                (best, least) = (quantity, distance);
        }

        if (best is not { } found)
            return null;
        var told = InPercent(found);
        return told with { Role = RoleOf(told, indicator, direction) };
    }

    // a half is 50 percent, and so is what is halved
    private static QuantityMention InPercent(QuantityMention told) => told is { Unit: null, Form: not QuantityForm.Range, High: > 0 and < 1 } or { Form: QuantityForm.Multiple, High: < 1 }
        ? told with { Low = 100 * told.Low, High = 100 * told.High, Unit = "percent", Form = QuantityForm.Value }
        : told;

    // a level where "at", "to" or "reached" says so, where nothing moves, and of money, goods and people; a step of percentages, multiples and jobs
    private QuantityRole RoleOf(QuantityMention told, string indicator, string direction)
    {
        if (told.Role != QuantityRole.None || direction.Length == 0)
            return told.Role;
        if (told.Form == QuantityForm.Multiple || indicator == "employment" && told.Unit is null)
            return QuantityRole.By;
        // "is 20 percent up" is a step all the same
        var after = TokenAt(told.End);
        return told.Unit != "percent" || direction == None || _levels.Contains(WordBefore(told.Start)) && Any(CueKind.Move, after, after + 1) is null ? QuantityRole.To : QuantityRole.By;
    }

    // "some 600 aircraft", "5,000 loggers": a number at the words of a sector or a group, or at what no lexicon knows in small letters
    private bool Counted(QuantityMention quantity, Clause clause)
    {
        var after = TokenAt(quantity.End);
        if (quantity.High < 2 || after >= clause.End || _tokens[after].Kind != TokenKind.Word)
            return false;
        if (AreWitnesses(after))
            return false;
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind is CueKind.Sector or CueKind.Group or CueKind.Indicator && (_hits[h].At == after || _hits[h].At == after + 1))
                return true;
        return false;
    }

    // "according to two residents", "two brokers in Zenda said": witnesses are no amount
    private bool AreWitnesses(int after)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Source && (_hits[h].End <= after && after - _hits[h].End <= 3 || _hits[h].At > after && _hits[h].At - after <= 4))
                return true;
        return false;
    }

    private bool IsDate(QuantityMention quantity)
    {
        for (var d = _dateAt; d < _dateEnd; d++)
            if (_dates[d].Start < quantity.End && quantity.Start < _dates[d].End && _dates[d].Kind != DateMentionKind.Duration)
                return true;
        return false;
    }

    // "US sanctions", "the embargo of the EU" in one expression
    private bool Sanctions(PlaceMention place)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Sanctions && _tokens[_hits[h].At].Start <= place.End + 1 && _tokens[_hits[h].End - 1].End > place.Start && _tokens[_hits[h].At].Start >= place.Start)
                return true;
        return false;
    }

    private PlaceMention? PlaceOf(CueHit cue, Clause clause, int at, int end, string indicator)
    {
        PlaceMention? best = null;
        var least = int.MaxValue;
        int from = _tokens[clause.At].Start, to = _tokens[clause.End - 1].End, middle = _tokens[cue.At].Start;
        for (var p = _placeAt; p < _placeEnd; p++)
        {
            var place = _places[p];
            var before = WordBefore(place.Start);
            var way = _ways.Contains(before);
            // where it goes, and who imposes the measures, is not where it holds; what comes to a place or passes through it holds there
            if (way && !(_passes.Contains(before) || indicator is "income" or "demand") || Sanctions(place) || Tells(place, cue))
                continue;
            var distance = (way ? 150 : 0) + Math.Abs(place.Start - middle) + (place.Start >= from && place.Start < to ? 0 : 60) + place.Use switch { PlaceUse.Place => before == _from ? 100 : 0, PlaceUse.Adjective => 200, _ => 300 };
            // the container of "Zenda in South Hentzau" comes second
            if (best is not null && place.Id is not null && best.Within == place.Id)
                continue;
            if (distance < least)
                (best, least) = (place, distance);
        }

        return best ?? _lastPlace;
    }

    // "a Chinese broker said", and behind the claim "traders in Zenda said": where the witness is
    private bool Tells(PlaceMention place, CueHit cue)
    {
        var after = TokenAt(place.End);
        var says = IsSaying(after) || IsSaying(after + 1) || place.Use == PlaceUse.Adjective && IsSaying(after + 2);
        if (says && (place.Use == PlaceUse.Adjective || place.Start > _tokens[cue.At].Start))
            return true;
        if (place.Start <= _tokens[cue.End - 1].End)
            return false;
        // "said an economist in Zenda"
        for (var i = after - 2; i > cue.End && after - i < 8; i--)
            if (IsSaying(i))
                return true;
        return false;
    }

    // the first token that begins at an offset or behind it
    private int TokenAt(int start)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private string? NameOf(PlaceMention? place) => place is null ? null : place.Use == PlaceUse.Place ? _report.Text[place.Start..place.End] : place.Name;

    private string? DateOf(CueHit cue, Clause clause, ClaimMode mode, out bool told)
    {
        DateMention? best = null;
        var least = int.MaxValue;
        int from = _tokens[clause.At].Start, to = _tokens[clause.End - 1].End, at = _tokens[cue.At].Start;
        for (var d = _dateAt; d < _dateEnd; d++)
        {
            var date = _dates[d];
            if (date.Kind is not (DateMentionKind.Date or DateMentionKind.Period) || date.Edtf is null || IsCompared(date) || IsOfMeasure(date))
                continue;
            var distance = Math.Abs(date.Start - at) + (date.Start >= from && date.Start < to ? 0 : 80);
            if (distance < least)
                (best, least) = (date, distance);
        }

        told = best is not null;
        if (best is { } found)
            return InMonths(Meant(found));
        if (_headingDate is not null)
            return _headingDate;
        // what is, or just was, is about the day it is told; what may be, will be or once was is of no day
        return _report.Published is { } day && mode is ClaimMode.Asserted or ClaimMode.Negated ? When.OfDay(day.DayNumber).ToEdtf() + "~" : null;
    }

    // "twice as much as a year ago": what it is compared with
    private bool IsCompared(DateMention date) => _comparisons.Contains(WordBefore(date.Start)) || (_report.Text.AsSpan(date.Start).StartsWith("last year") || _report.Text.AsSpan(date.Start).StartsWith("a year")) && _against.Contains(WordBefore(date.Start));

    // "the January measures", "the August ban": when it was passed is not when it holds
    private bool IsOfMeasure(DateMention date)
    {
        var after = TokenAt(date.End);
        return after < _tokens.Count && WordBefore(date.Start) == _the && (Any(CueKind.Sanctions, after, after + 1) is not null || _measures.Contains(_tokens[after].Word));
    }

    // the number of the word before an offset; -1 where there is none
    private int WordBefore(int start) => TokenAt(start) is > 0 and var at && _tokens[at - 1].Kind == TokenKind.Word ? _tokens[at - 1].Word : -1;

    // from the first witness to the outlet
    private List<string> SourcingOf(int at, int end)
    {
        var chain = new List<string>();
        for (var h = _hitAt; h < _hitEnd && chain.Count < 3; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Source)
                continue;
            var name = hit.Cue.Id switch
            {
                "w-according" => Phrase(hit.End, end, 9),
                "w-source" => Phrase(hit.At > at && _tokens[hit.At - 1].Length <= 3 && _tokens[hit.At - 1].Kind == TokenKind.Word ? hit.At - 1 : hit.At, end, 7),
                _ => Speaker(hit.At, at),
            };
            if (name.Length > 0 && !chain.Exists(known => known.Contains(name, StringComparison.Ordinal) || name.Contains(known, StringComparison.Ordinal)))
                chain.Add(name);
        }

        if (!string.IsNullOrEmpty(_report.Outlet) && !chain.Contains(_report.Outlet))
            chain.Add(_report.Outlet);
        return chain;
    }

    // words up to a comma, a verb of saying or the end
    private string Phrase(int from, int end, int most)
    {
        var i = from;
        while (i < end && i - from < most && !(_tokens[i].Kind == TokenKind.Mark && (char)_tokens[i].Word is ',' or '.' or ';' or ':' or '(' or '"' or '\u201c') && !IsSaying(i))
            i++;
        return i > from ? _report.Text[_tokens[from].Start.._tokens[i - 1].End] : "";
    }

    private bool IsSaying(int i)
    {
        int low = _hitAt, high = _hitEnd; // hits stand in order of their first token
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hits[middle].At < i)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _hitEnd && _hits[low].At == i; low++)
            if (_hits[low].Cue.Id == "w-said")
                return true;
        return false;
    }

    // the words before a verb of saying, back to a comma, a quote or the start
    private string Speaker(int verb, int at)
    {
        var i = verb;
        while (i > at && verb - i < 8 && !(_tokens[i - 1].Kind == TokenKind.Mark && (char)_tokens[i - 1].Word is ',' or ';' or ':' or '"' or '\u201d' or '\u201c' or '.' or ')'))
            i--;
        return i < verb ? _report.Text[_tokens[i].Start.._tokens[verb - 1].End] : "";
    }
}
