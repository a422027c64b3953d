namespace Manometer.Coding;

/// <summary>The signs by which the learned part decides: what stands in a clause, and how it stands to a draft.</summary>
internal sealed partial class ClaimGrammar
{
    private static readonly ulong PairKey = FeatureBag.Hash("ww");
    private static readonly string[] Counts = ["0", "1", "2", "3", "4", "5", "6+"];
    private static readonly string[] Distances = ["0", "1", "2", "3-4", "5-7", "8-12", "13+"];

    private (string Stem, ulong Hash, ulong Key)[] _stems = [];

    private void Features(FeatureBag bag, string task, ClaimDraft draft, int at, int end)
    {
        switch (task)
        {
            case ClaimModel.Claim:
                ClaimFeatures(bag, draft, at, end);
                Words(bag, draft.Clause);
                break;
            case ClaimModel.Group:
                GroupFeatures(bag, draft);
                break;
            case ClaimModel.Tie:
                TieFeatures(bag, draft, at, end);
                break;
            case ClaimModel.Polarity:
                PolarityFeatures(bag, draft, at, end);
                break;
            case ClaimModel.Direction:
                FieldFeatures(bag, draft);
                DirectionFeatures(bag, draft);
                break;
            default:
                FieldFeatures(bag, draft);
                break;
        }
    }

    private void ClaimFeatures(FeatureBag bag, ClaimDraft draft, int at, int end)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        bag.Add("kind", draft.Kind);
        bag.Add("s", draft.Sector);
        bag.Add("s-kind", draft.Sector, draft.Kind);
        foreach (var feature in draft.Features)
            bag.Add("r", feature);
        bag.Add("a", draft.Anchor.Cue.Id);
        bag.Add("ak", draft.Anchor.Kind == CueKind.Event ? "event" : draft.Anchor.Kind == CueKind.Move ? "move" : None, draft.Kind);
        bag.Add("i-s", draft.Indicator, draft.Sector);
        bag.Add("ri", draft.Indicator);
        var clause = draft.Clause;
        bag.Add("clause", Counts[Math.Min(_clauses.IndexOf(clause) is var index and >= 0 ? index : 0, 6)], Counts[Math.Min(_clauses.Count, 6)]);
        bag.Add("first", Shape(clause.At));
        if (draft.SectorHit is { } hit)
        {
            bag.Add("sc", hit.Cue.Id);
            bag.Add("prev", hit.At > at ? Shape(hit.At - 1) : "^");
            bag.Add("next", hit.End < end ? Shape(hit.End) : "$");
            var (anchor, inside) = (draft.Anchor, clause.Holds(hit.At));
            var side = hit.At == anchor.At ? "same" : hit.At < anchor.At ? "before" : "behind";
            var distance = Distance(hit.At < anchor.At ? anchor.At - hit.End : hit.At - anchor.End);
            bag.Add("side", side, draft.Kind);
            bag.Add("far", side, distance);
            bag.Add(inside ? "inside" : "outside");
            bag.Add("at", Distance(hit.At - clause.At));
            if (Speaks(hit, new CueHit(hit.Cue, end, end)))
                bag.Add("speaks");
            if (Any(CueKind.Cause, clause.At, hit.At) is { } cause)
                bag.Add("caused", cause.Cue.First);
            if (Any(CueKind.Sanctions, Math.Max(at, hit.At - 1), Math.Min(end, hit.End + 2)) is not null)
                bag.Add("measure");
            if (Modifier(hit, hit) is var head && head.Cue != hit.Cue)
                bag.Add("modified", head.Cue.First);
            var rank = 0;
            for (var h = _hitAt; h < _hitEnd; h++)
                if (_hits[h].Kind == CueKind.Sector && _hits[h].Cue.First != draft.Sector && clause.Holds(_hits[h].At))
                {
                    var before = _hits[h].At < hit.At;
                    rank += before ? 1 : 0;
                    bag.Add(before ? "ob" : "oa", _hits[h].Cue.First, draft.Sector);
                    bag.Add(before ? "ob1" : "oa1", draft.Sector);
                    if (!before && _hits[h].At == hit.End)
                        bag.Add("modifies", draft.Sector);
                }

            bag.Add("rank", Counts[Math.Min(rank, 6)], draft.Kind);
        }
        else
        {
            bag.Add("sc", None);
        }

        if (MagnitudeOf(draft.Anchor, clause) is not null)
            bag.Add("number");
        bag.Add("drafts", Counts[Math.Min(_drafts.Count, 6)]);
        bag.Add("length", Distance((end - at) / 4));
        Guess(bag, draft);
        Cues(bag, clause, draft, withSector: true);
    }

    private void FieldFeatures(FeatureBag bag, ClaimDraft draft)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        bag.Add("s", draft.Sector);
        bag.Add("ri", draft.Indicator);
        bag.Add("rd", draft.Direction);
        bag.Add("ri-s", draft.Indicator, draft.Sector);
        bag.Add("rd-ri", draft.Direction, draft.Indicator);
        bag.Add("rk", draft.Indicator, draft.Kind);
        bag.Add("dk", draft.Direction, draft.Kind);
        bag.Add("a", draft.Anchor.Cue.Id);
        bag.Add("a-s", draft.Anchor.Cue.Id, draft.Sector);
        bag.Add("rd-s", draft.Direction, draft.Sector);
        bag.Add("ak", draft.Anchor.Kind == CueKind.Event ? draft.Indicator : "move");
        bag.Add("ad", draft.Anchor.Kind == CueKind.Event ? draft.Direction : "move", draft.Direction);
        bag.Add("usual", draft.SectorHit is { } hit ? hit.Cue.Second : None, draft.Anchor.Kind == CueKind.Event ? "event" : "move");
        if (draft.SectorHit is { } own)
            bag.Add("sc", own.Cue.Id);
        if (Nearest(CueKind.Indicator, draft.Anchor, draft.Clause) is { } near)
        {
            bag.Add("ni", near.Cue.First);
            bag.Add("ni-s", near.Cue.First, draft.Sector);
            bag.Add("ni-d", near.Cue.First, draft.Direction);
        }
        else
        {
            bag.Add("ni", None);
        }

        if (Any(CueKind.Indicator, draft.Clause.At, draft.Clause.End) is { } first)
        {
            bag.Add("i1", first.Cue.First, first.At < draft.Anchor.At ? "before" : "behind");
            bag.Add("i1-s", first.Cue.First, draft.Sector);
        }

        bag.Add("opens", Shape(draft.Clause.At));
        if (MagnitudeOf(draft.Anchor, draft.Clause) is { } quantity)
            bag.Add("unit", quantity.Unit ?? None);
        int from = _tokens[draft.Clause.At].Start, to = _tokens[draft.Clause.End - 1].End;
        for (var q = _quantityAt; q < _quantityEnd; q++)
            if (_quantities[q].Start >= from && _quantities[q].Start < to && !IsDate(_quantities[q]))
            {
                bag.Add("q", UnitOf(_quantities[q]));
                bag.Add("q-s", UnitOf(_quantities[q]), draft.Sector);
                bag.Add("q-ri", UnitOf(_quantities[q]), draft.Indicator);
                if (TokenAt(_quantities[q].End) is var behind && behind < _sentenceEnd)
                    bag.Add("q-then", Shape(behind), draft.Direction);
                if (TokenAt(_quantities[q].Start) is var at && at > _sentenceAt)
                    bag.Add("q-after", Shape(at - 1), draft.Direction);
            }

        Cues(bag, draft.Clause, draft, withSector: false);
        Words(bag, draft.Clause);
        Pairs(bag, draft.Clause.At, draft.Clause.End);
    }

    // how the movement stands to negations and comparisons: "no fewer than", "as cheap as", "four a day instead of two"
    private void DirectionFeatures(FeatureBag bag, ClaimDraft draft)
    {
        var negated = false;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (!draft.Clause.Holds(hit.At))
                continue;
            if (hit.Kind == CueKind.Mode && hit.Cue.First == "negated")
                negated = true;
            if (hit.Kind == CueKind.Move)
            {
                bag.Add("md-s", hit.Cue.First, draft.Sector);
                bag.Add(negated ? "no-md" : "md1", hit.Cue.First, draft.Direction);
            }
        }

        if (negated)
            bag.Add("no", draft.Direction);
        if (Compared(draft.Clause) is { } way)
        {
            bag.Add("against", way);
            bag.Add("against-rd", way, draft.Direction);
        }
    }

    // "5,200 a kilo, against 1,900 in March", "from 40 to 11": the first number with the second, which is told beside it
    private string? Compared(Clause clause)
    {
        var from = _tokens[clause.At].Start;
        for (var q = _quantityAt; q < _quantityEnd; q++)
        {
            if (_quantities[q].Start < from || IsDate(_quantities[q]))
                continue;
            if (_quantities[q].Start >= _tokens[clause.End - 1].End)
                return null;
            if (_quantities[q].Form == QuantityForm.Change)
                return _quantities[q].High > _quantities[q].Low ? "more" : "less";
            for (var other = q + 1; other < _quantityEnd; other++)
                if (!IsDate(_quantities[other]) && _against.Contains(WordBefore(_quantities[other].Start)))
                    return _quantities[q].Value > _quantities[other].Value ? "more" : _quantities[q].Value < _quantities[other].Value ? "less" : "same";
        }

        return null;
    }

    private void Cues(FeatureBag bag, Clause clause, ClaimDraft draft, bool withSector)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (!clause.Holds(hit.At))
                continue;
            switch (hit.Kind)
            {
                case CueKind.Indicator:
                    bag.Add("i", hit.Cue.First);
                    if (withSector)
                        bag.Add("i&s", hit.Cue.First, draft.Sector);
                    break;
                case CueKind.Move:
                    bag.Add("m", hit.Cue.Id);
                    bag.Add("md", hit.Cue.First);
                    break;
                case CueKind.Event:
                    bag.Add("e", hit.Cue.Id);
                    bag.Add("ei", hit.Cue.Second, hit.Cue.Third);
                    if (withSector && hit.Cue.First != "_")
                        bag.Add("es", hit.Cue.First, draft.Sector);
                    break;
                case CueKind.Mode:
                    bag.Add("mode", hit.Cue.First);
                    break;
                case CueKind.Group when withSector:
                    bag.Add("g", hit.Cue.First, draft.Sector);
                    break;
                case CueKind.Sanctions when withSector:
                    bag.Add("x");
                    break;
            }
        }
    }

    private void Words(FeatureBag bag, Clause clause) => Words(bag, clause.At, clause.End);

    private void Words(FeatureBag bag, int at, int end)
    {
        for (var i = at; i < end; i++)
            if (_tokens[i].Kind == TokenKind.Word && _tokens[i].Word is var word and not 0)
                if (bag.Written is not null)
                    bag.Add("w", StemOf(word).Stem);
                else
                    bag.Add(StemOf(word).Key);
    }

    // two words side by side: "take home", "for want"
    private void Pairs(FeatureBag bag, int at, int end)
    {
        for (var i = at + 1; i < end; i++)
            if (_tokens[i].Kind == TokenKind.Word && _tokens[i].Word is var word and not 0 && _tokens[i - 1].Kind == TokenKind.Word && _tokens[i - 1].Word is var before and not 0)
                if (bag.Written is not null)
                    bag.Add("ww", StemOf(before).Stem, StemOf(word).Stem);
                else
                    bag.Add(PairKey, StemOf(before).Hash, StemOf(word).Hash);
    }

    // the stem of a word, its hash, and that of "w=stem", made once a word
    private (string Stem, ulong Hash, ulong Key) StemOf(int word)
    {
        if (word >= _stems.Length)
            Array.Resize(ref _stems, vocabulary.Count);
        if (_stems[word].Stem is null)
        {
            var stem = Stem.Of(vocabulary[word]);
            _stems[word] = (stem, FeatureBag.Hash(stem), FeatureBag.KeyOf("w=" + stem));
        }

        return _stems[word];
    }

    private void GroupFeatures(FeatureBag bag, ClaimDraft draft)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        bag.Add("s", draft.Sector);
        bag.Add("ri", draft.Indicator);
        bag.Add("ri-s", draft.Indicator, draft.Sector);
        var rule = GroupOf(draft.Anchor, draft.Clause) ?? None;
        bag.Add("rule", rule);
        bag.Add("rule-s", rule, draft.Sector);
        bag.Add("rule-i", rule, draft.Indicator);
        var first = true;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Group)
                continue;
            var speaks = IsSaying(hit.End) || IsSaying(hit.End + 1) || IsSaying(hit.At - 1) || IsSaying(hit.At - 2);
            if (!draft.Clause.Holds(hit.At))
            {
                bag.Add(speaks ? "speaker" : "elsewhere", hit.Cue.First);
                continue;
            }

            bag.Add(speaks ? "speaker" : "g", hit.Cue.First);
            bag.Add("gc", hit.Cue.Id);
            bag.Add("g-s", hit.Cue.First, draft.Sector);
            bag.Add("g-a", hit.Cue.First, hit.At < draft.Anchor.At ? "before" : hit.At < draft.Anchor.End ? "within" : "behind");
            bag.Add("gw", vocabulary[_tokens[hit.At].Word]);
            bag.Add("prev", hit.At > draft.Clause.At ? Shape(hit.At - 1) : "^", hit.Cue.First);
            if (first && !speaks)
                bag.Add("first", hit.Cue.First, hit.At <= draft.Clause.At + 1 ? "begins" : "later");
            first = false;
        }

        Words(bag, draft.Clause);
        Pairs(bag, draft.Clause.At, draft.Clause.End);
    }

    private void TieFeatures(FeatureBag bag, ClaimDraft draft, int at, int end)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        var (attribution, grade, _, _) = CauseOf(draft.Anchor, draft.Clause, at, end);
        var rule = TieOf(attribution, grade);
        bag.Add("rule", rule);
        var measure = Any(CueKind.Sanctions, at, end);
        var other = Any(CueKind.OtherCause, at, end);
        var what = measure is null ? other is null ? None : "other" : other is null ? "sanctions" : "both";
        bag.Add("what", what);
        bag.Add("rule-what", rule, what);
        if (measure is { } named)
        {
            bag.Add("x", named.Cue.Id);
            bag.Add("x-side", named.At < draft.Anchor.At ? "before" : "behind", draft.Clause.Holds(named.At) ? "inside" : "outside");
            bag.Add("x-prev", named.At > at ? Shape(named.At - 1) : "^");
            bag.Add("x-prev2", named.At > at + 1 ? Shape(named.At - 2) : "^");
            bag.Add("x-next", named.End < end ? Shape(named.End) : "$");
        }

        var told = false;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Cause)
                continue;
            told = true;
            bag.Add("c", hit.Cue.Id);
            bag.Add("c-what", hit.Cue.Id, what);
            bag.Add("ck", hit.Cue.First, what);
            bag.Add("c-side", hit.Cue.First, hit.At < draft.Anchor.At ? "before" : "behind");
            bag.Add("cw", vocabulary[_tokens[hit.At].Word]);
            if (Any(CueKind.Sanctions, hit.End, Math.Min(end, hit.End + 6)) is not null)
                bag.Add("c-then", hit.Cue.First, "sanctions");
            if (Any(CueKind.OtherCause, hit.End, Math.Min(end, hit.End + 6)) is not null)
                bag.Add("c-then", hit.Cue.First, "other");
            if (draft.Clause.At > hit.At && !draft.Clause.Holds(hit.At))
                bag.Add("c-earlier", hit.Cue.First);
            if (hit.At < draft.Anchor.At && draft.Clause.Holds(hit.At))
                bag.Add("c-same", hit.Cue.First);
            if (ClauseOf(hit.At) == draft.Clause && draft.Clause.At == hit.At)
                bag.Add("c-begins", hit.Cue.First);
        }

        if (!told)
            bag.Add("c", None);
        bag.Add("clauses", Counts[Math.Min(_clauses.Count, 6)]);
        var own = _clauses.IndexOf(draft.Clause);
        for (var c = 0; c < _clauses.Count; c++)
        {
            var clause = _clauses[c];
            var (begins, holds) = (Shape(clause.At), CauseIn(clause.At, clause.End));
            if (c == own)
            {
                bag.Add("own", begins, holds);
                bag.Add("own-after", begins, c > 0 ? CauseIn(_clauses[c - 1].At, _clauses[c - 1].End) : "^");
                continue;
            }

            var side = c == own + 1 ? "next" : c > own ? "behind" : c == own - 1 ? "last" : "before";
            bag.Add("joint", begins, side);
            bag.Add("joint-then", begins, Then(clause.At + 1));
            bag.Add("joint-" + holds, begins, side);
            if (clause.At + 1 < clause.End)
                bag.Add("joint2", begins, Shape(clause.At + 1));
        }

        // "on hopes of rain", "by white fly", "under the ban": what follows the movement in its own clause
        for (var i = draft.Anchor.End; i < draft.Clause.End; i++)
            if (_tokens[i].Kind == TokenKind.Word && _prepositions.Contains(_tokens[i].Word))
            {
                bag.Add("prep", Shape(i), CauseIn(i, Math.Min(draft.Clause.End, i + 7)));
                bag.Add("prep-then", Shape(i), Then(i + 1));
            }

        bag.Add("begins", Shape(draft.Clause.At));
        Pairs(bag, at, end);
        Words(bag, at, end);
    }

    private void PolarityFeatures(FeatureBag bag, ClaimDraft draft, int at, int end)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        var ruled = Modes[(int)ModeOf(draft.Anchor, draft.Clause, at, draft.Direction)];
        bag.Add("rule", ruled);
        bag.Add("rule-d", ruled, draft.Direction);
        bag.Add("a", draft.Anchor.Cue.Id);
        bag.Add("a-rule", draft.Anchor.Cue.Id, ruled);
        bag.Add("begins", Shape(draft.Clause.At), ruled);
        if (draft.Clause.At > at)
            bag.Add("begins2", Shape(draft.Clause.At - 1), ruled);
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != CueKind.Mode)
                continue;
            var side = hit.At < draft.Anchor.At ? "before" : hit.At < draft.Anchor.End ? "within" : "behind";
            bag.Add("m", hit.Cue.First, draft.Clause.Holds(hit.At) ? side : "outside");
            bag.Add("mc", hit.Cue.Id, draft.Clause.Holds(hit.At) ? side : "outside");
            bag.Add("mw", Shape(hit.At), draft.Clause.Holds(hit.At) ? side : "outside");
            bag.Add("far", hit.Cue.First, Distance(hit.At < draft.Anchor.At ? draft.Anchor.At - hit.End : hit.At - draft.Anchor.End));
        }

        Words(bag, draft.Clause);
        for (var i = at; i < end; i++)
            if (!draft.Clause.Holds(i) && _tokens[i].Kind == TokenKind.Word && _tokens[i].Word is var word and not 0)
                bag.Add("out", StemOf(word).Stem);
    }

    private void SectorFeatures(FeatureBag bag, Clause clause, out CueHit? first)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        first = null;
        var sectors = 0;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (!clause.Holds(hit.At))
            {
                if (hit.Kind == CueKind.Sector)
                    bag.Add("elsewhere", hit.Cue.First);
                continue;
            }

            switch (hit.Kind)
            {
                case CueKind.Sector:
                    bag.Add("s", hit.Cue.First);
                    bag.Add("sc", hit.Cue.Id);
                    bag.Add(sectors == 0 ? "s1" : "s2", hit.Cue.First);
                    if (IsSaying(hit.End) || IsSaying(hit.End + 1))
                        bag.Add("speaker", hit.Cue.First);
                    sectors++;
                    break;
                case CueKind.Hint:
                    bag.Add("h", hit.Cue.First);
                    break;
                case CueKind.Indicator:
                    bag.Add("i", hit.Cue.First);
                    bag.Add("ic", hit.Cue.Id);
                    break;
                case CueKind.Event:
                    bag.Add("e", hit.Cue.Id);
                    bag.Add("ei", hit.Cue.Second);
                    break;
                case CueKind.Group:
                    bag.Add("g", hit.Cue.First);
                    break;
                case CueKind.Move:
                    bag.Add("m", hit.Cue.First);
                    break;
                default:
                    continue;
            }

            first ??= hit;
        }

        bag.Add("n", Counts[Math.Min(sectors, 6)]);
        Words(bag, clause);
    }

    private void Guess(FeatureBag bag, ClaimDraft draft)
    {
        if (_clauses.IndexOf(draft.Clause) is not (>= 0 and var index) || index >= _guesses.Count || _guesses[index] is not { } guess)
            return;
        var (rank, probability) = draft.Sector == guess.First.Class ? ("first", guess.First.Probability) : draft.Sector == guess.Second.Class ? ("second", guess.Second.Probability) : ("neither", guess.First.Probability);
        var sure = Counts[Math.Clamp((int)(probability * 6.999), 0, 6)];
        bag.Add("guess", rank, sure);
        bag.Add("guess-kind", rank, draft.Kind);
        bag.Add("guess-rank", rank);
        bag.Add("guess-s", rank, draft.Sector);
    }

    // does a measure, another cause, or neither stand between two tokens?
    private string CauseIn(int at, int end) => Any(CueKind.Sanctions, at, end) is not null ? Any(CueKind.OtherCause, at, end) is not null ? "both" : "measure" : Any(CueKind.OtherCause, at, end) is not null ? "other" : None;

    // a date, a number, a name or a word stands there
    private string Then(int i)
    {
        if (i >= _sentenceEnd)
            return "$";
        for (var d = _dateAt; d < _dateEnd; d++)
            if (_dates[d].Start <= _tokens[i].Start && _tokens[i].Start < _dates[d].End || i + 1 < _sentenceEnd && _dates[d].Start == _tokens[i + 1].Start)
                return "date";
        return _tokens[i].Kind == TokenKind.Number ? "number" : _tokens[i].Kind != TokenKind.Word ? "mark" : _tokens[i].Is(TokenFlags.Capital) ? "name" : "word";
    }

    private string Shape(int i)
    {
        ref readonly var token = ref _tokens[i];
        return token.Kind switch
        {
            TokenKind.Mark => "mark",
            TokenKind.Number => "number",
            _ => token.Word != 0 ? vocabulary[token.Word] : token.Is(TokenFlags.Capital) ? "Name" : "word",
        };
    }

    private static string Distance(int tokens) => Distances[tokens switch { <= 0 => 0, 1 => 1, 2 => 2, <= 4 => 3, <= 7 => 4, <= 12 => 5, _ => 6 }];
}
