using System.Globalization;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Puts together claims from the cues, dates, quantities and places of a text, sentence by sentence and clause by clause.</summary>
internal sealed partial class ClaimGrammar(Vocabulary vocabulary, ClaimModel model, CoderOptions options, Func<string, bool> isMoney)
{
    private const int LongestSentence = 160; // tokens; beyond, a sentence is cut, so that time stays linear
    private const int NearMove = 8; // tokens from a movement to what moves

    private readonly List<Clause> _clauses = [];
    private readonly List<string> _features = [];
    private readonly HashSet<int> _joints = [.. ((string[])["but", "while", "although", "though", "whereas", "however", "because", "as", "after", "since", "when", "which", "who", "if", "until", "before", "so"]).Select(vocabulary.Add)];
    private readonly int _and = vocabulary.Add("and"), _or = vocabulary.Add("or");
    private readonly HashSet<int> _relatives = [.. ((string[])["which", "who", "and", "but", "or"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _comparisons = [.. ((string[])["than", "as"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _ways = [.. ((string[])["to", "into", "through", "via", "toward", "towards"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _passes = [.. ((string[])["through", "via"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _against = [.. ((string[])["from", "on", "over", "against", "versus"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _measures = [.. ((string[])["measures", "rules", "order", "decision", "decree"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _changes = [.. ((string[])["change", "changes", "unchanged"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _prepositions = [.. ((string[])["on", "by", "with", "for", "at", "amid", "under", "after", "without", "from", "despite", "through", "in", "over", "since", "thanks", "against", "between", "before", "of"]).Select(vocabulary.Add)];
    private readonly HashSet<int> _levels = [.. ((string[])["at", "to", "around", "about", "reached", "reach", "reaches", "hit", "near", "is", "was", "were", "are", "topped", "passed", "exceeded", "of"]).Select(vocabulary.Add)];
    private readonly int _the = vocabulary.Add("the");
    private readonly int _as = vocabulary.Add("as");
    private readonly HashSet<int> _likenesses = [.. ((string[])["before", "ever", "usual", "always", "in", "of", "at", "well", "much", "many", "long", "soon", "normal", "planned", "often"]).Select(vocabulary.Add)];
    private readonly int _from = vocabulary.Add("from"), _since = vocabulary.Add("since"), _until = vocabulary.Add("until");
    private readonly int _of = vocabulary.Add("of");
    private readonly HashSet<int> _pronouns = [.. ((string[])["it", "they", "this", "these", "that", "both", "there"]).Select(vocabulary.Add)];

    private ReportText _report = null!;
    private TokenList _tokens = null!;
    private List<DateMention> _dates = null!;
    private List<QuantityMention> _quantities = null!;
    private List<PlaceMention> _places = null!;
    private List<CueHit> _hits = null!;
    private List<Proposal> _out = null!;

    // where the sentence begins in each list
    private int _dateAt, _quantityAt, _placeAt, _hitAt;
    private int _dateEnd, _quantityEnd, _placeEnd, _hitEnd;
    private string? _headingDate;
    private PlaceMention? _lastPlace;
    private CueHit? _lastSector, _lastIndicator;
    private int _lastStart, _sentenceAt, _sentenceEnd;

    public void Read(ReportText report, TokenList tokens, List<DateMention> dates, List<QuantityMention> quantities, List<PlaceMention> places, List<CueHit> hits, List<Proposal> proposals)
    {
        (_report, _tokens, _dates, _quantities, _places, _hits, _out) = (report, tokens, dates, quantities, places, hits, proposals);
        (_dateAt, _quantityAt, _placeAt, _hitAt) = (0, 0, 0, 0);
        (_headingDate, _lastPlace, _lastSector, _lastIndicator, _lastStart) = (null, null, null, null, -1);
        for (var at = 0; at < tokens.Count;)
        {
            var end = at + 1;
            while (end < tokens.Count && !tokens[end].Is(TokenFlags.Sentence) && end - at < LongestSentence)
                end++;
            if (tokens[at].Is(TokenFlags.Paragraph))
                (_lastSector, _lastIndicator) = (null, null);
            Sentence(at, end);
            at = end;
        }

        (_report, _tokens, _dates, _quantities, _places, _hits, _out) = (null!, null!, null!, null!, null!, null!, null!);
    }

    private void Sentence(int at, int end)
    {
        var stop = _tokens[end - 1].End;
        _dateEnd = Skip(_dates, _dateAt, stop, static mention => mention.Start);
        _quantityEnd = Skip(_quantities, _quantityAt, stop, static mention => mention.Start);
        _placeEnd = Skip(_places, _placeAt, stop, static mention => mention.Start);
        _hitEnd = _hitAt;
        while (_hitEnd < _hits.Count && _hits[_hitEnd].At < end)
            _hitEnd++;
        for (var d = _dateAt; d < _dateEnd; d++)
            if (_dates[d].Kind == DateMentionKind.Heading)
                _headingDate = _dates[d].Edtf;
        var moves = false;
        for (var h = _hitAt; h < _hitEnd && !moves; h++)
            moves = _hits[h].Kind is CueKind.Move or CueKind.Event;
        var told = 0;
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind is CueKind.Sector or CueKind.Hint or CueKind.Indicator or CueKind.Group)
                told++;
        if (moves || told > 0)
        {
            Split(at, end);
            Claims(at, end);
        }

        for (var p = _placeAt; p < _placeEnd; p++)
            if (_places[p].Use == PlaceUse.Place)
                _lastPlace = _places[p];
        CueHit? sector = null, indicator = null;
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Sector)
                sector ??= _hits[h];
            else if (_hits[h].Kind == CueKind.Indicator)
                indicator ??= _hits[h];
        if (sector is not null)
            (_lastSector, _lastIndicator, _lastStart) = (sector, indicator, _tokens[at].Start);
        (_dateAt, _quantityAt, _placeAt, _hitAt) = (_dateEnd, _quantityEnd, _placeEnd, _hitEnd);
    }

    private static int Skip<T>(List<T> list, int from, int stop, Func<T, int> start)
    {
        while (from < list.Count && start(list[from]) < stop)
            from++;
        return from;
    }

    // clauses end at semicolons, dashes, conjunctions, and at a comma with "and"
    private void Split(int at, int end)
    {
        _clauses.Clear();
        var start = at;
        for (var i = at + 1; i < end; i++)
        {
            ref readonly var token = ref _tokens[i];
            var cut = token.IsMark(';') || token.IsMark('\u2014')
                || token.Kind == TokenKind.Word && token.Word != 0 && (_joints.Contains(token.Word) && !Compares(i, end) || (token.Word == _and || token.Word == _or) && _tokens[i - 1].IsMark(',') && Moves(i, end))
                || token.Kind == TokenKind.Word && token.Word == _and && Moves(start, i) && Moves(i, end) && Subject(i, end);
            if (!cut || i - start < 2)
                continue;
            _clauses.Add(new Clause(start, i));
            start = i;
        }

        _clauses.Add(new Clause(start, end));
    }

    // "as before", "as brisk as ever" compare; they begin no clause
    private bool Compares(int i, int end) => _tokens[i].Word == _as && i + 1 < end
        && (_likenesses.Contains(_tokens[i + 1].Word) || _tokens[i + 1].Kind == TokenKind.Number || i + 2 < end && _tokens[i + 2].Word == _as && _tokens[i + 2].Kind == TokenKind.Word || i > 1 && _tokens[i - 2].Word == _as && _tokens[i - 2].Kind == TokenKind.Word);

    private bool Moves(int from, int to)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].At >= from && _hits[h].At < to && _hits[h].Kind is CueKind.Move or CueKind.Event)
                return true;
        return false;
    }

    // something that can move stands before the next movement
    private bool Subject(int from, int to)
    {
        var subject = false;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            if (_hits[h].At < from || _hits[h].At >= to)
                continue;
            if (_hits[h].Kind is CueKind.Move or CueKind.Event)
                return subject || _hits[h].Kind == CueKind.Event;
            subject |= _hits[h].Kind is CueKind.Sector or CueKind.Indicator;
        }

        return false;
    }

    private void Claims(int at, int end)
    {
        var first = _out.Count;
        (_sentenceAt, _sentenceEnd) = (at, end);
        _drafts.Clear();
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind == CueKind.Event)
                Event(hit, at, end);
            else if (hit.Kind == CueKind.Move && !Covered(hit))
                Move(hit, at, end);
        }

        DraftBeside(CueKind.Sector);
        DraftBeside(CueKind.Hint);
        DraftCarried();
        DraftGuessed();
        Settle(at, end);

        // one claim alone is told by its whole sentence
        if (_out.Count == first + 1)
        {
            var only = _out[first];
            var start = Math.Min(only.Start, _tokens[at].Start);
            var stop = Math.Max(only.End, _tokens[end - 1].End);
            _out[first] = only with { Start = start, End = stop, Quote = _report.Text[start..stop] };
        }
    }

    private bool Covered(CueHit move)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Event && _hits[h].At <= move.At && move.End <= _hits[h].End)
                return true;
        return false;
    }

    private Clause ClauseOf(int token)
    {
        foreach (var clause in _clauses)
            if (clause.Holds(token))
                return clause;
        return _clauses[^1];
    }

    private CueHit? Nearest(CueKind kind, CueHit to, Clause within, bool before = false)
    {
        CueHit? best = null;
        var least = int.MaxValue;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != kind || !within.Holds(hit.At) || hit.At < to.End && to.At < hit.End)
                continue;
            if (kind == CueKind.Sector && hit.At < to.At && Speaks(hit, to))
                continue;
            if (kind == CueKind.Group && (IsSaying(hit.End) || IsSaying(hit.End + 1) || IsSaying(hit.At - 1) || IsSaying(hit.At - 2)))
                continue; // who tells it is not whom it befell
            // what moves stands before the verb more often than behind it
            var distance = hit.At < to.At ? to.At - hit.End + 1 : hit.At - to.End + 3;
            if (before && hit.At > to.At)
                continue;
            if (distance < least)
                (best, least) = (hit, distance);
        }

        return kind == CueKind.Sector && best is { } head ? Modifier(head, to) : best;
    }

    // a bank that estimates and an embassy that says tell of something else
    private bool Speaks(CueHit hit, CueHit to)
    {
        for (var i = hit.End; i < Math.Min(hit.End + 4, to.At); i++)
        {
            if (_tokens[i].IsMark(','))
                return false;
            if (IsSaying(i))
                return true;
        }

        return false;
    }

    // "garment factories", "coal mines", "seafood trade": of two words side by side the first says which
    private CueHit Modifier(CueHit head, CueHit to)
    {
        // construction of the refinery: building, not fuel
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Sector && _hits[h].Cue.First == "construction" && _hits[h].End < head.At && head.At - _hits[h].End <= 3 && _tokens[_hits[h].End].Kind == TokenKind.Word && _tokens[_hits[h].End].Word == _of)
                return _hits[h];
        if (head.Cue.First is not ("manufacturing" or "mining-metals" or "trade" or "markets" or "transport" or "government" or "finance"))
            return head;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind == CueKind.Sector && hit.End == head.At && hit.Cue.First != head.Cue.First && hit.Cue.First is not ("government" or "trade" or "markets") && !(hit.At < to.End && to.At < hit.End))
                return hit;
        }

        return head;
    }

    private void Event(CueHit cue, int at, int end)
    {
        _features.Clear();
        _features.Add("event");
        var clause = ClauseOf(cue.At);
        var sector = cue.Cue.First;
        var near = Within(CueKind.Sector, cue) ?? Nearest(CueKind.Sector, cue, clause);
        if (sector == "_")
        {
            if (!SectorFor(cue, clause, at, end, near, out sector, out _))
            {
                // whom it befell says where: miners in mines, diplomats in diplomacy
                sector = (Nearest(CueKind.Group, cue, clause) ?? Within(CueKind.Group, cue))?.Cue.Second is { Length: > 0 } ofGroup && cue.Cue.Second is not ("crackdown" or "levy") ? ofGroup : cue.Cue.Second switch { "discontent" or "corruption" or "levy" => "government", "defection" or "movement" => "other", "crackdown" => "security-services", "wage" or "employment" => "macro-economy", _ => "" };
                if (sector.Length == 0)
                    return;
                _features.Add("sector-guessed");
                near = null;
            }
        }
        else
        {
            _features.Add("sector-in-clause");
        }

        _features.Add("indicator-in-clause");
        Draft(cue, clause, sector, near is { } told && told.Cue.First == sector ? told : null, cue.Cue.Second, cue.Cue.Third);
    }

    // a sector word within the cue itself
    private CueHit? Within(CueKind kind, CueHit cue)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == kind && _hits[h].At >= cue.At && _hits[h].At < cue.End)
                return _hits[h];
        return null;
    }

    private bool SectorFor(CueHit cue, Clause clause, int at, int end, CueHit? near, out string sector, out CueHit? hit)
    {
        hit = near;
        if (near is { } found)
        {
            _features.Add("sector-in-clause");
            sector = found.Cue.First;
            return true;
        }

        hit = Nearest(CueKind.Sector, cue, new Clause(at, end));
        if (hit is { } other)
        {
            _features.Add("sector-in-sentence");
            sector = other.Cue.First;
            return true;
        }

        if (_lastSector is { } last && BeginsWithPronoun(at, clause))
        {
            _features.Add("sector-inherited");
            hit = last;
            sector = last.Cue.First;
            return true;
        }

        sector = "";
        return false;
    }

    private bool BeginsWithPronoun(int at, Clause clause) => _pronouns.Contains(_tokens[at].Word) || _pronouns.Contains(_tokens[clause.At].Word);

    private void Move(CueHit move, int at, int end)
    {
        _features.Clear();
        var clause = ClauseOf(move.At);
        var indicator = Nearest(CueKind.Indicator, move, clause);
        var sector = Nearest(CueKind.Sector, move, clause);
        var inherited = false;
        if (indicator is null && sector is null && _relatives.Contains(_tokens[clause.At].Word) && _tokens[clause.At].Kind == TokenKind.Word)
        {
            // "house prices, which had collapsed, are rising"
            indicator = Nearest(CueKind.Indicator, move, new Clause(at, clause.At));
            sector = Nearest(CueKind.Sector, move, new Clause(at, clause.At));
        }

        if (indicator is null && sector is null)
        {
            if (_lastSector is null || !BeginsWithPronoun(at, clause) || IsAdjective(move))
                return;
            (sector, indicator, inherited) = (_lastSector, _lastIndicator, true);
        }

        var name = indicator?.Cue.First ?? sector!.Value.Cue.Second;
        if (name.Length == 0 || name == "other")
            return;
        _features.Add(indicator is null ? "indicator-default" : "indicator-in-clause");
        if (inherited)
            _features.Add("sector-inherited");
        else if (sector is not null)
            _features.Add("sector-in-clause");
        var first = sector ?? Nearest(CueKind.Sector, move, new Clause(at, end));
        if (sector is null && first is not null)
            _features.Add("sector-in-sentence");
        var sectorName = first?.Cue.First ?? indicator!.Value.Cue.Second;
        if (sectorName.Length == 0)
            return;
        // conditions in the coal district: the conditions, not the coal
        if (indicator is { } subject && subject.Cue.Second == "macro-economy" && subject.At < move.At && sector is { } where && where.At > move.At)
            sectorName = "macro-economy";
        // exports of coal: the thing traded, not the trade
        if (sectorName == "trade" && Other("trade", move, clause) is { } goods)
            sectorName = goods.Cue.First;
        if (sectorName == "markets" && Other("markets", move, clause) is { } ware && name is "price" or "supply")
            sectorName = ware.Cue.First;
        var anchor = indicator ?? sector ?? move;
        var distance = anchor.At < move.At ? move.At - anchor.End : anchor.At - move.End;
        if (!inherited && distance <= NearMove)
            _features.Add("move-near");
        if (IsAdjective(move))
            _features.Add("move-adjective");
        if (Nearest(CueKind.Sanctions, move, new Clause(Math.Max(clause.At, move.At - 4), move.At)) is not null && sector is null)
            _features.Add("measure");
        var direction = move.Cue.First;
        // "went from 1 to 24": the numbers say which way
        if (direction == "change")
        {
            if (MagnitudeOf(move, clause) is not { Form: QuantityForm.Change } moved || moved.Low == moved.High)
                return;
            direction = moved.High > moved.Low ? "up" : "down";
        }

        // unemployment that rises is employment that falls
        if (name == "employment" && indicator is { } jobs && Text(jobs).Contains("less", StringComparison.OrdinalIgnoreCase) | Text(jobs).StartsWith("unemp", StringComparison.OrdinalIgnoreCase) || name == "supply" && indicator is { } lack && Text(lack).StartsWith("shortage", StringComparison.OrdinalIgnoreCase))
            direction = direction switch { "up" => "down", "down" => "up", _ => direction };
        // money that falls is a rate that rises: more of it is paid for foreign money
        if (name == "exchange-rate" && !(indicator is { } rate && Text(rate).StartsWith("rate", StringComparison.OrdinalIgnoreCase)) && !(sector is { } told && Text(told).Contains("rate", StringComparison.OrdinalIgnoreCase)) && move.Cue.Id != "m-double")
            direction = direction switch { "up" => "down", "down" => "up", _ => direction };
        Draft(move, clause, sectorName, first is { } own && own.Cue.First == sectorName ? own : null, name, direction);
        // coal and iron exports fell: as many claims as sectors joined
        if (first is { } head)
            for (var h = _hitAt; h < _hitEnd; h++)
                if (_hits[h].Kind == CueKind.Sector && _hits[h].Cue.First is var other && other != sectorName && other is not ("trade" or "markets" or "macro-economy") && clause.Holds(_hits[h].At) && Joined(_hits[h], head))
                {
                    _features.Add("joined");
                    Draft(move, clause, other, _hits[h], indicator?.Cue.First ?? (_hits[h].Cue.Second is { Length: > 0 } usual && usual != "other" ? usual : name), direction);
                }
    }

    private CueHit? Other(string sector, CueHit move, Clause clause)
    {
        CueHit? best = null;
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Sector && clause.Holds(_hits[h].At) && _hits[h].Cue.First != sector && _hits[h].Cue.First is not ("trade" or "markets" or "macro-economy" or "government") && Math.Abs(_hits[h].At - move.At) <= NearMove + 4)
                best ??= _hits[h];
        return best;
    }

    // joined by and, or, commas, with at most two words of their own
    private bool Joined(CueHit left, CueHit right)
    {
        var (a, b) = left.At < right.At ? (left, right) : (right, left);
        if (b.At - a.End > 4)
            return false;
        var joint = false;
        for (var i = a.End; i < b.At; i++)
            joint |= _tokens[i].Word == _and && _tokens[i].Kind == TokenKind.Word || _tokens[i].IsMark(',');
        return joint;
    }

    private string Text(CueHit hit) => _report.Text[_tokens[hit.At].Start.._tokens[hit.End - 1].End];

    private static bool IsAdjective(CueHit move) => move.Cue.Id is "m-low" or "m-more" or "m-stable" or "m-downby" or "m-less" or "m-bigger" or "m-same" or "m-times" or "m-half";

    private void Propose(ClaimDraft draft, double probability, int at, int end)
    {
        var (cue, clause) = (draft.Anchor, draft.Clause);
        var (indicator, direction) = (Chosen(ClaimModel.Indicator, draft) ?? draft.Indicator, Chosen(ClaimModel.Direction, draft) ?? draft.Direction);
        var ruled = ModeOf(cue, clause, at, direction);
        var mode = Meant(draft, ruled);
        var (attribution, grade, causeAt, causeEnd) = Tied(draft, CauseOf(cue, clause, at, end));
        var date = DateChosen(draft, ruled);
        var place = PlaceChosen(draft, indicator);
        var start = _tokens[clause.At].Start;
        var stop = _tokens[clause.End - 1].End;
        if (draft.Features.Contains("sector-inherited") && _lastStart >= 0 && _lastSector is not null)
            start = _lastStart; // told over two sentences
        _out.Add(new Proposal
        {
            ReportId = _report.Id,
            Start = start,
            End = stop,
            Quote = _report.Text[start..stop],
            Date = date,
            Place = NameOf(place),
            PlaceId = place?.Id,
            Sector = draft.Sector,
            Group = Chosen(ClaimModel.Group, draft) is { } group ? group == None ? null : group : GroupOf(cue, clause),
            Indicator = indicator,
            Direction = DirectionOf(direction),
            Magnitude = MagnitudeChosen(draft, indicator, direction),
            Attribution = attribution,
            Cause = grade,
            CauseStart = causeAt,
            CauseEnd = causeEnd,
            Mode = mode,
            Sourcing = SourcingOf(at, end),
            Probability = probability,
            Features = draft.Features,
        });
    }

    private static Direction DirectionOf(string word) => word switch { "up" => Direction.Up, "down" => Direction.Down, _ => Direction.None };

    private string? GroupOf(CueHit cue, Clause clause) => (Nearest(CueKind.Group, cue, clause) ?? Within(CueKind.Group, cue))?.Cue.First;
}
