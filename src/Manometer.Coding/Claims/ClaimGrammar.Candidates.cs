using System.Globalization;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Which of the places, dates and numbers a sentence names belongs to a claim, or none: each is weighed by how it stands to the claim, and what the rules would take is one of the signs.</summary>
internal sealed partial class ClaimGrammar
{
    private const string Empty = "(empty)"; // what the gold leaves empty
    private const int MostCandidates = 24;

    private static readonly string[] Modes = Enum.GetNames<ClaimMode>();

    // weighs candidates one after another; the first of the best is taken
    private int Heaviest(string task, int candidates, Action<FeatureBag, int> features)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < candidates; i++)
        {
            _bag.Clear();
            features(_bag, i);
            if (model.Weight(task, _bag) is var weight && weight > most)
                (best, most) = (i, weight);
        }

        return best;
    }

    private static List<DraftCandidate> Traced(int candidates, Action<FeatureBag, int> features, Func<int, IReadOnlyList<string>> values)
    {
        var traced = new List<DraftCandidate>();
        for (var i = 0; i < candidates; i++)
        {
            var bag = new FeatureBag { Written = [] };
            features(bag, i);
            traced.Add(new DraftCandidate(values(i), [.. bag.Written.Distinct()]));
        }

        return traced;
    }

    // for those who fit the model: the candidates of a draft, with what the gold would call them
    private Dictionary<string, IReadOnlyList<DraftCandidate>> Candidates(ClaimDraft draft)
    {
        var direction = draft.Direction;
        var mode = ModeOf(draft.Anchor, draft.Clause, _sentenceAt, ref direction);
        var place = PlaceOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd, draft.Indicator);
        var date = DateOf(draft.Anchor, draft.Clause, mode, out _);
        var magnitude = MagnitudeOf(draft.Anchor, draft.Clause, draft.Sector, draft.Indicator, direction);
        var quantities = Quantities();
        ReadDates();
        ReadPlaces();
        return new()
        {
            [ClaimModel.Place] = Traced(PlaceCount, (bag, i) => PlaceFeatures(bag, draft, i, place), i => PlaceAt(i) is { } one ? [_report.Text[one.Start..one.End], one.Name, one.Id ?? ""] : [Empty]),
            [ClaimModel.Date] = Traced(2 + _claimDates.Count, (bag, i) => DateFeatures(bag, draft, i, mode, date), i => [DateAt(i)?.Replace("~", "", StringComparison.Ordinal) ?? Empty]),
            [ClaimModel.Magnitude] = Traced(1 + quantities.Count, (bag, i) => MagnitudeFeatures(bag, draft, i, quantities, magnitude), i => i == 0 ? [Empty] : [quantities[i - 1].Value.ToString("R", CultureInfo.InvariantCulture), quantities[i - 1].Unit == "percent" ? "percent" : ""]),
            [ClaimModel.Role] = Traced(1 + quantities.Count, (bag, i) =>
            {
                if (i > 0)
                    RoleFeatures(bag, draft, quantities[i - 1], draft.Indicator, direction);
            }, _ => []),
        };
    }

    private void Stands(FeatureBag bag, ClaimDraft draft, int start, int end)
    {
        var (at, behind) = (TokenAt(start), TokenAt(end));
        var (anchor, clause) = (draft.Anchor, draft.Clause);
        var side = at < anchor.At ? "before" : at < anchor.End ? "within" : "behind";
        var inside = clause.Holds(at) ? "inside" : at < clause.At ? "earlier" : "later";
        bag.Add("side", side, inside);
        bag.Add("far", side, Distance(at < anchor.At ? anchor.At - behind : at - anchor.End));
        bag.Add("from-clause", inside, Distance(at - clause.At));
        bag.Add("before", at > _sentenceAt ? Shape(at - 1) : "^");
        bag.Add("before2", at > _sentenceAt + 1 ? Shape(at - 2) : "^", at > _sentenceAt ? Shape(at - 1) : "^");
        bag.Add("behind", behind < _sentenceEnd ? Shape(behind) : "$");
        bag.Add("begins", Shape(clause.At), inside);
        if (draft.SectorHit is { } hit)
            bag.Add("far-s", at < hit.At ? "before" : "behind", Distance(at < hit.At ? hit.At - behind : at - hit.End));
        if (Any(CueKind.Sanctions, at, Math.Min(_sentenceEnd, behind + 2)) is not null)
            bag.Add("then-measure");
        if (Any(CueKind.Sanctions, Math.Max(_sentenceAt, at - 4), at) is not null)
            bag.Add("after-measure");
        if (Any(CueKind.Cause, Math.Max(_sentenceAt, at - 4), at) is { } cause)
            bag.Add("after-cause", cause.Cue.First);
        if (IsSaying(behind) || IsSaying(behind + 1) || IsSaying(behind + 2))
            bag.Add("then-says");
        if (at > _sentenceAt + 1 && (IsSaying(at - 2) || IsSaying(at - 3) || IsSaying(at - 4)))
            bag.Add("after-says");
    }

    private PlaceMention? PlaceChosen(ClaimDraft draft, string indicator)
    {
        var ruled = PlaceOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd, indicator);
        if (!model.Knows(ClaimModel.Place))
            return ruled;
        ReadPlaces();
        return PlaceAt(Heaviest(ClaimModel.Place, PlaceCount, (bag, i) => PlaceFeatures(bag, draft, i, ruled)));
    }

    // the places the sentence names, and behind them names of which nothing but a capital tells that they may be places
    private void ReadPlaces()
    {
        _claimPlaces.Clear();
        for (var p = _placeAt; p < _placeEnd && _claimPlaces.Count < MostCandidates; p++)
            _claimPlaces.Add(_places[p]);
        _placesKnown = _claimPlaces.Count;
        for (var i = _sentenceAt; i < _sentenceEnd && _claimPlaces.Count < MostCandidates; i++)
        {
            if (!IsName(i) || i == _sentenceAt && _tokens[i].Word != 0 || IsPlace(_tokens[i].Start) || IsDay(_tokens[i].Start))
                continue;
            var end = i + 1;
            while (end < _sentenceEnd && IsName(end) && !IsPlace(_tokens[end].Start))
                end++;
            var name = _report.Text[_tokens[i].Start.._tokens[end - 1].End];
            _claimPlaces.Add(new PlaceMention(_tokens[i].Start, _tokens[end - 1].End, null, name, PlaceUse.Place, [], null));
            i = end - 1;
        }
    }

    private bool IsName(int i) => _tokens[i].Kind == TokenKind.Word && _tokens[i].Is(TokenFlags.Capital) && !_tokens[i].Is(TokenFlags.AllCapitals) && _tokens[i].Length > 2;

    private bool IsPlace(int start)
    {
        for (var p = 0; p < _placesKnown; p++)
            if (_claimPlaces[p].Start <= start && start < _claimPlaces[p].End)
                return true;
        return false;
    }

    private bool IsDay(int start)
    {
        for (var d = _dateAt; d < _dateEnd; d++)
            if (_dates[d].Start <= start && start < _dates[d].End)
                return true;
        return false;
    }

    // none, those of the sentence, the last one named before it
    private int PlaceCount => 1 + _claimPlaces.Count + (_lastPlace is null ? 0 : 1);

    private PlaceMention? PlaceAt(int candidate) => candidate == 0 ? null : candidate <= _claimPlaces.Count ? _claimPlaces[candidate - 1] : _lastPlace;

    private void PlaceFeatures(FeatureBag bag, ClaimDraft draft, int i, PlaceMention? ruled)
    {
        var named = _placesKnown;
            if (PlaceAt(i) is not { } place)
            {
                bag.Add("none");
                bag.Add("none-of", Counts[Math.Min(named, 6)]);
                bag.Add(ruled is null ? "none-ruled" : "none-not-ruled");
                bag.Add("none-s", draft.Sector);
                return;
            }

            bag.Add(ReferenceEquals(place, ruled) ? "ruled" : "not-ruled");
            if (i > _claimPlaces.Count)
            {
                bag.Add("last");
                return;
            }

            if (i > named)
            {
                bag.Add("name", _tokens[_sentenceAt].Start == place.Start ? "first" : "later", Counts[Math.Min(named, 6)]);
                bag.Add("name-before", TokenAt(place.Start) is var from && from > _sentenceAt ? Shape(from - 1) : "^");
                bag.Add("name-behind", TokenAt(place.End) is var to && to < _sentenceEnd ? Shape(to) : "$");
                Stands(bag, draft, place.Start, place.End);
                return;
            }

            bag.Add("use", Use(place));
            bag.Add("country", place.Id is null ? "unknown" : place.Id.Length == 2 ? "country" : "place");
            if (ReferenceEquals(place, ruled))
                bag.Add("ruled-use", Use(place));
            bag.Add("of", Counts[Math.Min(named, 6)], Counts[Math.Min(i, 6)]);
            for (var p = 0; p < named; p++)
                if (_claimPlaces[p].Within is { } whole && whole == place.Id)
                    bag.Add("holds-another");
                else if (!ReferenceEquals(_claimPlaces[p], place) && _claimPlaces[p].Use == PlaceUse.Place && place.Use != PlaceUse.Place)
                    bag.Add("place-beside");
            if (Sanctions(place))
                bag.Add("of-measure");
            if (Tells(place, draft.Anchor))
                bag.Add("tells");
            if (_ways.Contains(WordBefore(place.Start)))
                bag.Add("way", draft.Indicator);
            Stands(bag, draft, place.Start, place.End);
    }

    private static string Use(PlaceMention place) => place.Use switch { PlaceUse.Place => "place", PlaceUse.Adjective => "adjective", _ => "government" };

    private readonly record struct ClaimDate(string Edtf, DateMention Mention, string Reading);

    private readonly List<ClaimDate> _claimDates = [];
    private readonly List<PlaceMention> _claimPlaces = [];
    private int _placesKnown; // how many of them the grammar of places found

    private string? DateChosen(ClaimDraft draft, ClaimMode mode)
    {
        var ruled = DateOf(draft.Anchor, draft.Clause, mode, out _);
        if (!model.Knows(ClaimModel.Date))
            return ruled;
        ReadDates();
        return DateAt(Heaviest(ClaimModel.Date, 2 + _claimDates.Count, (bag, i) => DateFeatures(bag, draft, i, mode, ruled)));
    }

    // the dates a claim of the sentence may have, each as it may be read: "from May" is May or since May, "in 1970 and 1971" one, the other or both, "for five months" until now
    private void ReadDates()
    {
        _claimDates.Clear();
        DateMention? before = null;
        for (var d = _dateAt; d < _dateEnd && _claimDates.Count < MostCandidates; d++)
        {
            var date = _dates[d];
            if (date.Kind == DateMentionKind.Duration && Lasting(date.Value) is { } lasting)
                _claimDates.Add(new ClaimDate(lasting, date, "lasting"));
            if (date.Kind is not (DateMentionKind.Date or DateMentionKind.Period) || date.Edtf is null)
                continue;
            var meant = Meant(date);
            _claimDates.Add(new ClaimDate(meant, date, "as told"));
            if (!meant.Contains('/', StringComparison.Ordinal))
            {
                var word = WordBefore(date.Start);
                if (word == _from || word == _since)
                    _claimDates.Add(new ClaimDate(meant + "/..", date, "since"));
                else if (word == _until)
                    _claimDates.Add(new ClaimDate("../" + meant, date, "until"));
                if (before is { } first && Meant(first) is var start && start.Length == meant.Length && string.CompareOrdinal(start, meant) < 0 && !start.Contains('/', StringComparison.Ordinal))
                    _claimDates.Add(new ClaimDate(start + "/" + meant, date, "joined"));
            }

            before = date;
        }
    }

    // months or years up to the day of the report: P5M is 2021-10/2022-03 in March 2022
    private string? Lasting(string value)
    {
        if (_report.Published is not { } day || value.Length is < 3 or > 5 || !int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 600)
            return null;
        return value[^1] switch
        {
            'M' when value[0] == 'P' && day.Year > 60 => $"{day.AddMonths(-count):yyyy-MM}/{day:yyyy-MM}",
            'Y' when day.Year > count => $"{day.Year - count:0000}/{day.Year:0000}",
            _ => null,
        };
    }

    // "by the end of 2017" is the end of 2017, "by the spring of 2014" that spring, "late in 2018" 2018
    private string Meant(DateMention date)
    {
        var edtf = date.Edtf!;
        var open = edtf.StartsWith("../", StringComparison.Ordinal);
        var third = edtf is [_, _, _, _, '-', '3', '7' or '8' or '9'];
        if (!open && !third)
            return edtf;
        if (_report.Text.AsSpan(date.Start, date.End - date.Start).Contains("end", StringComparison.OrdinalIgnoreCase))
            return third ? edtf[..5] + "12" : edtf[3..];
        return OfTimex(date.Value) ?? (open ? edtf[3..] : edtf);
    }

    // a year, season, quarter, half, month or day as EDTF; null of anything else
    private static string? OfTimex(string value) => value switch
    {
        [_, _, _, _] or [_, _, _, _, '-', >= '0' and <= '9', _] or [_, _, _, _, '-', >= '0' and <= '9', _, '-', _, _] when !value.Contains('X', StringComparison.Ordinal) => value,
        [.. var year, '-', 'S', 'P'] => string.Concat(year, "-21"),
        [.. var year, '-', 'S', 'U'] => string.Concat(year, "-22"),
        [.. var year, '-', 'F', 'A'] => string.Concat(year, "-23"),
        [.. var year, '-', 'W', 'I'] => string.Concat(year, "-24"),
        [.. var year, '-', 'Q', >= '1' and <= '4' and var quarter] => $"{year}-{32 + quarter - '0'}",
        [.. var year, '-', 'H', '1' or '2'] => $"{year}-{(value[^1] == '1' ? 40 : 41)}",
        _ => null,
    };

    // nothing; the day of the report, or the heading; the dates named
    private string? DateAt(int candidate) => candidate switch
    {
        0 => null,
        1 => _headingDate ?? (_report.Published is { } day ? When.OfDay(day.DayNumber).ToEdtf() + "~" : null),
        _ => _claimDates[candidate - 2].Edtf,
    };

    private void DateFeatures(FeatureBag bag, ClaimDraft draft, int i, ClaimMode mode, string? ruled)
    {
        var meant = Modes[(int)mode];
        var value = DateAt(i);
        bag.Add(value == ruled ? "ruled" : "not-ruled");
        if (i < 2)
        {
            var name = i == 0 ? "none" : _headingDate is null ? "told" : "heading";
            bag.Add(name);
            bag.Add(name, meant);
            bag.Add(name, Counts[Math.Min(_claimDates.Count, 6)]);
            for (var h = _hitAt; h < _hitEnd; h++)
                if (_hits[h].Kind == CueKind.Mode)
                    bag.Add(name, "mode", _hits[h].Cue.First);
            bag.Add(name, "begins", Shape(draft.Clause.At));
            bag.Add(name, "a", draft.Anchor.Cue.Id);
            return;
        }

        var (_, date, reading) = _claimDates[i - 2];
        bag.Add("reading", reading);
        bag.Add("reading-mode", reading, meant);
        bag.Add("form", Form(value!), reading);
        bag.Add("form-of", Form(value!), Counts[Math.Min(_claimDates.Count, 6)]);
        bag.Add("nth", Counts[Math.Min(_claimDates.Count, 6)], Counts[Math.Min(i - 2, 6)]);
        if (IsCompared(date))
            bag.Add("compared");
        if (IsOfMeasure(date))
            bag.Add("of-measure");
        if (value == ruled)
            bag.Add("ruled-form", Form(value!));
        if (date.End >= _tokens[_sentenceEnd - 1].Start - 1)
            bag.Add("ends-sentence", reading);
        bag.Add("word", Shape(TokenAt(date.Start)), reading);
        bag.Add("before-r", TokenAt(date.Start) is var at && at > _sentenceAt ? Shape(at - 1) : "^", reading);
        Stands(bag, draft, date.Start, date.End);
    }

    // year, month, day, season; open or closed interval
    private static string Form(string edtf)
    {
        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Digits(edtf) : edtf.EndsWith("/..", StringComparison.Ordinal) ? "since" : edtf.StartsWith("../", StringComparison.Ordinal) ? "until" : "from-to";

        static string Digits(string one) => one.Length.ToString(CultureInfo.InvariantCulture) + (one is [_, _, _, _, '-', '2' or '3' or '4', ..] ? "s" : "");
    }

    private QuantityMention? MagnitudeChosen(ClaimDraft draft, string indicator, string direction)
    {
        var ruled = MagnitudeOf(draft.Anchor, draft.Clause, draft.Sector, indicator, direction);
        if (!model.Knows(ClaimModel.Magnitude))
            return ruled;
        var quantities = Quantities();
        var chosen = Heaviest(ClaimModel.Magnitude, 1 + quantities.Count, (bag, i) => MagnitudeFeatures(bag, draft, i, quantities, ruled));
        if (chosen == 0)
            return null;
        var told = quantities[chosen - 1];
        _bag.Clear();
        RoleFeatures(_bag, draft, told, indicator, direction);
        return told with { Role = model.Weight(ClaimModel.Role, _bag) > 0 ? QuantityRole.By : QuantityRole.To };
    }

    private void RoleFeatures(FeatureBag bag, ClaimDraft draft, QuantityMention told, string indicator, string direction)
    {
        var unit = UnitOf(told);
        var ruled = RoleOf(told, indicator, direction) == QuantityRole.To ? "to" : "by";
        var (at, behind) = (TokenAt(told.Start), TokenAt(told.End));
        bag.Add(ClaimModel.Bias);
        bag.Add("rule", ruled);
        bag.Add("rule-u", ruled, unit);
        bag.Add("rule-i", ruled, indicator);
        bag.Add("form", FormOf(told.Form), unit);
        bag.Add("i", indicator, unit);
        bag.Add("d", direction, unit);
        bag.Add("a", draft.Anchor.Cue.Id);
        bag.Add("a-u", draft.Anchor.Cue.Id, unit);
        bag.Add("side", at < draft.Anchor.At ? "before" : at < draft.Anchor.End ? "within" : "behind", unit);
        bag.Add("before", at > _sentenceAt ? Shape(at - 1) : "^");
        bag.Add("before-u", at > _sentenceAt ? Shape(at - 1) : "^", unit);
        bag.Add("behind", behind < _sentenceEnd ? Shape(behind) : "$");
        if (at > _sentenceAt + 1)
            bag.Add("before2", Shape(at - 2), Shape(at - 1));
    }

    private List<QuantityMention> Quantities()
    {
        var quantities = new List<QuantityMention>();
        for (var q = _quantityAt; q < _quantityEnd && quantities.Count < MostCandidates; q++)
            if (!IsDate(_quantities[q]) && !(_quantities[q].Unit is null && AreWitnesses(TokenAt(_quantities[q].End))))
                quantities.Add(InPercent(_quantities[q]));
        return quantities;
    }

    private void MagnitudeFeatures(FeatureBag bag, ClaimDraft draft, int i, List<QuantityMention> quantities, QuantityMention? ruled)
    {
            if (i == 0)
            {
                bag.Add("none");
                bag.Add("none-of", Counts[Math.Min(quantities.Count, 6)]);
                bag.Add(ruled is null ? "none-ruled" : "none-not-ruled");
                return;
            }

            var told = quantities[i - 1];
            var isRuled = ruled is { } known && known.Start == told.Start;
            bag.Add(isRuled ? "ruled" : "not-ruled");
            var unit = UnitOf(told);
            bag.Add("unit", unit);
            bag.Add("unit-i", unit, draft.Indicator);
            bag.Add("unit-ruled", unit, isRuled ? "ruled" : "not");
            bag.Add("form", FormOf(told.Form), unit);
            bag.Add("role", told.Role == QuantityRole.None ? None : told.Role == QuantityRole.By ? "by" : "to", unit);
            bag.Add("nth", Counts[Math.Min(quantities.Count, 6)], Counts[Math.Min(i, 6)]);
            bag.Add("size", told.High < 2 ? "1" : told.High < 13 ? "12" : told.High < 100 ? "99" : "100+", unit);
            if (Counted(told, draft.Clause))
                bag.Add("counted");
            if (TokenAt(told.End) is var behind && behind < _sentenceEnd)
                for (var h = _hitAt; h < _hitEnd; h++)
                    if (_hits[h].At == behind || _hits[h].At == behind + 1)
                        bag.Add("then", Kind(_hits[h].Kind), unit);
            Stands(bag, draft, told.Start, told.End);
    }

    // what kind of thing is counted
    private string UnitOf(QuantityMention told)
    {
        if (told.Form == QuantityForm.Multiple || told.Unit == "count")
            return "times";
        if (told.Unit is not { } unit)
            return None;
        if (unit is "percent" or "percentage point" or "person" or "day" or "week" or "month" or "year" or "hour" or "minute")
            return unit;
        var per = unit.IndexOf(" per ", StringComparison.Ordinal);
        return isMoney(per < 0 ? unit : unit[..per]) ? per < 0 ? "money" : "money-per" : per < 0 ? "thing" : "thing-per";
    }

    private static string FormOf(QuantityForm form) => form switch { QuantityForm.Value => "value", QuantityForm.Range => "range", QuantityForm.Change => "change", QuantityForm.Multiple => "multiple", _ => "bound" };

    private static string Kind(CueKind kind) => kind switch { CueKind.Sector => "sector", CueKind.Group => "group", CueKind.Indicator => "indicator", CueKind.Move => "move", CueKind.Event => "event", CueKind.Source => "source", _ => "other" };
}
