using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The learned part: of the drafts of a sentence those that hold are taken, and their fields are chosen, by <see cref="ClaimModel"/>.</summary>
internal sealed partial class ClaimGrammar
{
    private const int MostDrafts = 40; // of a sentence, so that time stays linear
    private const int MostGuesses = 24; // clauses of a sentence whose sectors are guessed
    private const double LeastGuess = 0.15; // a guess less probable drafts nothing
    private const double RuleLead = 1; // log-odds by which another direction, polarity or tie must be likelier than that of the rules; by cross-validation
    private const string None = "none";

    private readonly List<ClaimDraft> _drafts = [];
    private readonly List<(ClaimDraft Draft, double Probability)> _held = [];
    private readonly FeatureBag _bag = new();
    private readonly Dictionary<int, double> _wordSums = []; // by the first token of the clause
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
            var probability = model.Probability(model.Weight(ClaimModel.Claim, _bag) + WordsOf(draft.Clause));
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

        if (_held.Count > 0)
            ReadCandidates();

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
        return _wordSums[clause.At] = model.Weight(ClaimModel.Claim, _bag);
    }

    private void Tell(ClaimDraft draft, int at, int end)
    {
        var features = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var task in ClaimModel.OfDrafts)
        {
            var bag = new FeatureBag { Written = [] };
            Features(bag, task, draft, at, end);
            features[task] = [.. bag.Written.Distinct()];
        }

        Trace!.Add(new DraftTrace(_tokens[draft.Clause.At].Start, _tokens[draft.Clause.End - 1].End, draft.Sector, features, Candidates(draft)));
    }

    private string? Chosen(string task, ClaimDraft draft)
    {
        if (task == ClaimModel.Direction && OnlyStays(draft.Clause))
            return None;
        Features(_bag, task, draft, _sentenceAt, _sentenceEnd);
        var ruled = task switch { ClaimModel.Indicator => draft.Indicator, ClaimModel.Direction => draft.Direction, ClaimModel.Group => GroupOf(draft.Anchor, draft.Clause) ?? None, ClaimModel.Polarity => PolarityOf(ModeOf(draft.Anchor, draft.Clause, _sentenceAt, draft.Direction)), _ => Ruled(draft) };
        return model.Choose(task, _bag, draft.Kind == "rule" ? ruled : null, task is ClaimModel.Direction or ClaimModel.Tie or ClaimModel.Polarity ? RuleLead : 0);
    }

    // "no change in rations", "prices are unchanged": the one movement told says so itself
    private bool OnlyStays(Clause clause)
    {
        CueHit? stays = null, other = null, noun = null;
        for (var h = _hitAt; h < _hitEnd; h++)
        {
            var hit = _hits[h];
            if (!clause.Holds(hit.At))
                continue;
            if (hit.Kind == CueKind.Move && hit.Cue.First == None && _changes.Contains(_tokens[hit.End - 1].Word))
                stays = hit;
            else if (hit.Kind is CueKind.Move or CueKind.Event)
                other = hit;
            else if (hit.Kind == CueKind.Indicator)
                noun = hit;
        }

        return stays is not null && (other is null || other.Value.At == noun?.At); // rations are a noun here
    }

    // how it is meant, as learned; where that agrees with the rules, with their finer word for it
    private ClaimMode Meant(ClaimDraft draft, ClaimMode ruled) => Chosen(ClaimModel.Polarity, draft) is { } polarity && polarity != PolarityOf(ruled)
        ? polarity switch { "negated" => ClaimMode.Negated, "hypothetical" => ClaimMode.Hypothetical, "forecast" => ClaimMode.Forecast, _ => ClaimMode.Asserted }
        : ruled;

    private static string PolarityOf(ClaimMode mode) => Word.Of(Proposal.PolarityOf(mode));

    private string Ruled(ClaimDraft draft)
    {
        var (attribution, grade, _, _) = CauseOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd);
        return TieOf(attribution, grade);
    }

    private static string TieOf(Attribution attribution, CauseGrade grade) => (attribution, grade) switch
    {
        (Attribution.Sanctions, CauseGrade.Temporal) => "sanctions-concurrent",
        (Attribution.Sanctions, CauseGrade.Denied) => "sanctions-denied",
        (Attribution.Sanctions, CauseGrade.Inferred) => "sanctions-inferred",
        (Attribution.Sanctions, _) => "sanctions-asserted",
        (Attribution.OtherCause, CauseGrade.Temporal) => "other-cause-concurrent",
        (Attribution.OtherCause, CauseGrade.Inferred) => "other-cause-inferred",
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
        var grade = tie[(tie.LastIndexOf('-') + 1)..] switch { "concurrent" => CauseGrade.Temporal, "denied" => CauseGrade.Denied, "inferred" => CauseGrade.Inferred, _ => CauseGrade.Asserted };
        return (attribution, grade, from, to);
    }
}
