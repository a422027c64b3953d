using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The learned part: of the drafts of a sentence those that hold are taken, and their fields are chosen, by <see cref="ClaimModel"/>.</summary>
internal sealed partial class ClaimGrammar
{
    private const int MostDrafts = 40; // of a sentence, so that time stays linear
    private const int MostGuesses = 24; // clauses of a sentence whose sectors are guessed
    private const double LeastGuess = 0.15; // a guess less probable drafts nothing
    private const double RuleLead = 1; // log-odds by which another direction or tie must be likelier than that of the rules; by cross-validation
    private const string None = "none";

    private static readonly ulong PairKey = FeatureBag.HashOf("ww");
    private static readonly string[] Counts = ["0", "1", "2", "3", "4", "5", "6+"];
    private static readonly string[] Distances = ["0", "1", "2", "3-4", "5-7", "8-12", "13+"];

    private readonly List<ClaimDraft> _drafts = [];
    private readonly List<(ClaimDraft Draft, double Probability)> _held = [];
    private readonly FeatureBag _bag = new();
    private readonly Dictionary<int, double> _wordSums = []; // by the first token of the clause
    private (string Stem, ulong Hash, ulong Key)[] _stems = [];
    private readonly List<((string Class, double Probability) First, (string Class, double Probability) Second)?> _guesses = []; // of each clause

    /// <summary>Where drafts go with their features, for those who fit the model; null when nobody does.</summary>
    public List<DraftTrace>? Trace { get; init; }

    private void Draft(CueHit anchor, Clause clause, string sector, CueHit? hit, string indicator, string direction)
    {
        if (_drafts.Count < MostDrafts && !_drafts.Exists(one => one.Sector == sector && one.Clause == clause && one.Anchor == anchor))
            _drafts.Add(new ClaimDraft(anchor, clause, sector, hit, indicator, direction, [.. _features], "rule"));
    }

    private bool Drafted(string sector, Clause clause)
    {
        foreach (var draft in _drafts)
            if (draft.Clause.At == clause.At && draft.Sector == sector)
                return true;
        return false;
    }

    private ClaimDraft? FirstOf(Clause clause)
    {
        foreach (var draft in _drafts)
            if (draft.Clause.At == clause.At)
                return draft;
        return null;
    }

    private ClaimDraft? RuleOf(Clause clause)
    {
        foreach (var draft in _drafts)
            if (draft.Clause.At == clause.At && draft.Kind == "rule")
                return draft;
        return null;
    }

    // the sectors of a clause that no rule has taken up
    private void DraftBeside(CueKind kind)
    {
        for (var h = _hitAt; h < _hitEnd && _drafts.Count < MostDrafts; h++)
        {
            var hit = _hits[h];
            if (hit.Kind != kind)
                continue;
            var clause = ClauseOf(hit.At);
            var sector = hit.Cue.First;
            if (Drafted(sector, clause))
                continue;
            var beside = RuleOf(clause);
            var usual = hit.Cue.Second is { Length: > 0 } told ? told : "supply";
            _drafts.Add(beside is null
                ? new ClaimDraft(Move(clause) ?? hit, clause, sector, hit, Nearest(CueKind.Indicator, hit, clause)?.Cue.First ?? usual, Move(clause)?.Cue.First ?? None, [], kind == CueKind.Sector ? "bare" : "hint")
                : beside with { Sector = sector, SectorHit = hit, Kind = kind == CueKind.Sector ? "beside" : "hinted" });
        }
    }

    // "and then came back at twice the price": what moved stands in a clause before
    private void DraftCarried()
    {
        for (var c = 1; c < _clauses.Count && _drafts.Count < MostDrafts; c++)
        {
            var clause = _clauses[c];
            if (FirstOf(clause) is not null || (Move(clause) ?? Event(clause)) is not { } anchor)
                continue;
            var before = _drafts.FindLast(one => one.Clause.At < clause.At);
            if (before is null)
                continue;
            var isEvent = anchor.Kind == CueKind.Event;
            _drafts.Add(before with { Anchor = anchor, Clause = clause, Indicator = isEvent ? anchor.Cue.Second : before.Indicator, Direction = isEvent ? anchor.Cue.Third : anchor.Cue.First, Features = [], Kind = "carried" });
        }
    }

    // what the words of a clause as a whole speak of, told by none of them alone
    private void DraftGuessed()
    {
        _guesses.Clear();
        foreach (var clause in _clauses)
        {
            SectorFeatures(_bag, clause, out var first);
            var guess = first is null || _guesses.Count >= MostGuesses ? null : model.Sectors(_bag);
            _guesses.Add(guess);
            if (Trace is not null && first is not null)
            {
                var bag = new FeatureBag { Written = [] };
                SectorFeatures(bag, clause, out _);
                Trace.Add(new DraftTrace(_tokens[clause.At].Start, _tokens[clause.End - 1].End, "", new Dictionary<string, IReadOnlyList<string>> { [ClaimModel.Sector] = [.. bag.Written.Distinct()] }, new Dictionary<string, IReadOnlyList<DraftCandidate>>()));
            }

            if (guess is null)
                continue;
            foreach (var (sector, probability) in ((string, double)[])[guess.Value.First, guess.Value.Second])
            {
                if (probability < LeastGuess || _drafts.Count >= MostDrafts || Drafted(sector, clause))
                    continue;
                var beside = FirstOf(clause);
                var anchor = beside?.Anchor ?? Event(clause) ?? Move(clause) ?? first!.Value;
                _drafts.Add(beside is not null
                    ? beside with { Sector = sector, SectorHit = null, Features = [], Kind = "guessed" }
                    : new ClaimDraft(anchor, clause, sector, null, anchor.Kind == CueKind.Event ? anchor.Cue.Second : Nearest(CueKind.Indicator, anchor, clause)?.Cue.First ?? "other", anchor.Kind == CueKind.Event ? anchor.Cue.Third : anchor.Kind == CueKind.Move ? anchor.Cue.First : None, [], "guessed"));
            }
        }
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

    private CueHit? Event(Clause clause)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Event && clause.Holds(_hits[h].At))
                return _hits[h];
        return null;
    }

    private CueHit? Move(Clause clause)
    {
        for (var h = _hitAt; h < _hitEnd; h++)
            if (_hits[h].Kind == CueKind.Move && clause.Holds(_hits[h].At))
                return _hits[h];
        return null;
    }

    // the likeliest first; of one sector in one clause, one
    private void Settle(int at, int end)
    {
        _held.Clear();
        _wordSums.Clear();
        foreach (var draft in _drafts)
        {
            ClaimFeatures(_bag, draft, at, end);
            var probability = model.Probability(model.ClaimSum(_bag) + WordsOf(draft.Clause));
            if (Trace is not null)
                Tell(draft, at, end);
            if (probability < options.Threshold)
                continue;
            var same = _held.FindIndex(one => one.Draft.Sector == draft.Sector && one.Draft.Clause == draft.Clause);
            if (same < 0)
                _held.Add((draft, probability));
            else if (_held[same].Probability < probability)
                _held[same] = (draft, probability);
        }

        // one movement is of one thing, unless the text joins several
        foreach (var (draft, probability) in _held)
            if (draft.Kind == "rule" || !_held.Exists(one => one.Draft.Clause == draft.Clause && one.Draft.Anchor.At == draft.Anchor.At && one.Probability > probability))
                Propose(draft, probability, at, end);
    }

    // the words of a clause weigh alike for all of its drafts
    private double WordsOf(Clause clause)
    {
        if (_wordSums.TryGetValue(clause.At, out var known))
            return known;
        _bag.Clear();
        Words(_bag, clause);
        return _wordSums[clause.At] = model.ClaimSum(_bag);
    }

    private void Tell(ClaimDraft draft, int at, int end)
    {
        var features = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var task in (string[])[ClaimModel.Claim, ClaimModel.Indicator, ClaimModel.Direction, ClaimModel.Group, ClaimModel.Tie, ClaimModel.Polarity])
        {
            var bag = new FeatureBag { Written = [] };
            Features(bag, task, draft, at, end);
            features[task] = [.. bag.Written.Distinct()];
        }

        Trace!.Add(new DraftTrace(_tokens[draft.Clause.At].Start, _tokens[draft.Clause.End - 1].End, draft.Sector, features, Candidates(draft)));
    }

    private string? Chosen(string task, ClaimDraft draft)
    {
        Features(_bag, task, draft, _sentenceAt, _sentenceEnd);
        var ruled = task switch { ClaimModel.Indicator => draft.Indicator, ClaimModel.Direction => draft.Direction, ClaimModel.Group => GroupOf(draft.Anchor, draft.Clause) ?? None, ClaimModel.Polarity => RuledPolarity(draft), _ => Ruled(draft) };
        return model.Choose(task, _bag, draft.Kind == "rule" ? ruled : null, task is ClaimModel.Direction or ClaimModel.Tie or ClaimModel.Polarity ? RuleLead : 0);
    }

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
            _stems[word] = (stem, FeatureBag.HashOf(stem), FeatureBag.KeyOf("w=" + stem));
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
            bag.Add("joint-" + holds, begins, side);
            if (clause.At + 1 < clause.End)
                bag.Add("joint2", begins, Shape(clause.At + 1));
        }

        // "on hopes of rain", "by white fly", "under the ban": what follows the movement in its own clause
        for (var i = draft.Anchor.End; i < draft.Clause.End; i++)
            if (_tokens[i].Kind == TokenKind.Word && _tokens[i].Word != 0 && _tokens[i].Length is >= 2 and <= 7 && _tokens[i].Start > _tokens[draft.Anchor.End - 1].Start && _prepositions.Contains(_tokens[i].Word))
                bag.Add("prep", Shape(i), CauseIn(i, Math.Min(draft.Clause.End, i + 7)));
        bag.Add("begins", Shape(draft.Clause.At));
        Pairs(bag, at, end);
        Words(bag, at, end);
    }

    private void PolarityFeatures(FeatureBag bag, ClaimDraft draft, int at, int end)
    {
        bag.Clear();
        bag.Add(ClaimModel.Bias);
        var direction = draft.Direction;
        var ruled = Modes[(int)ModeOf(draft.Anchor, draft.Clause, at, ref direction)];
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

    // how it is meant, as learned; where that agrees with the rules, with their finer word for it
    private ClaimMode Meant(ClaimDraft draft, ClaimMode ruled) => model.Knows(ClaimModel.Polarity) && Chosen(ClaimModel.Polarity, draft) is { } polarity && polarity != PolarityOf(ruled)
        ? polarity switch { "negated" => ClaimMode.Negated, "hypothetical" => ClaimMode.Hypothetical, "forecast" => ClaimMode.Forecast, _ => ClaimMode.Asserted }
        : ruled;

    private string RuledPolarity(ClaimDraft draft)
    {
        var direction = draft.Direction;
        return PolarityOf(ModeOf(draft.Anchor, draft.Clause, _sentenceAt, ref direction));
    }

    private static string PolarityOf(ClaimMode mode) => mode switch { ClaimMode.Negated => "negated", ClaimMode.Hypothetical or ClaimMode.Feared => "hypothetical", ClaimMode.Forecast => "forecast", _ => "asserted" };

    // does a measure, another cause, or neither stand between two tokens?
    private string CauseIn(int at, int end) => Any(CueKind.Sanctions, at, end) is not null ? Any(CueKind.OtherCause, at, end) is not null ? "both" : "measure" : Any(CueKind.OtherCause, at, end) is not null ? "other" : None;

    private string Ruled(ClaimDraft draft)
    {
        var (attribution, grade, _, _) = CauseOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd);
        return TieOf(attribution, grade);
    }

    private static string TieOf(Attribution attribution, CauseGrade grade) => (attribution, grade) switch
    {
        (Attribution.Sanctions, CauseGrade.Temporal) => "sanctions-concurrent",
        (Attribution.Sanctions, CauseGrade.Denied) => "sanctions-denied",
        (Attribution.Sanctions, _) => "sanctions-asserted",
        (Attribution.OtherCause, CauseGrade.Temporal) => "other-cause-concurrent",
        (Attribution.OtherCause, _) => "other-cause-asserted",
        _ => None,
    };

    // what was learned of the tie, with the words the rules found for it
    private (Attribution, CauseGrade, int, int) Tied(ClaimDraft draft, (Attribution Attribution, CauseGrade Grade, int At, int End) ruled)
    {
        var tie = Chosen(ClaimModel.Tie, draft);
        if (tie is null || tie == TieOf(ruled.Attribution, ruled.Grade))
            return ruled;
        if (tie == None)
            return (Attribution.None, CauseGrade.None, -1, -1);
        var (from, to) = (ruled.At, ruled.End);
        if (from < 0 && (Any(CueKind.Cause, _sentenceAt, _sentenceEnd) ?? Any(CueKind.Sanctions, _sentenceAt, _sentenceEnd)) is { } words)
            (from, to) = (_tokens[words.At].Start, _tokens[words.End - 1].End);
        var attribution = tie.StartsWith("sanctions", StringComparison.Ordinal) ? Attribution.Sanctions : Attribution.OtherCause;
        var grade = tie.EndsWith("concurrent", StringComparison.Ordinal) ? CauseGrade.Temporal : tie.EndsWith("denied", StringComparison.Ordinal) ? CauseGrade.Denied : CauseGrade.Asserted;
        return (attribution, grade, from, to);
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
