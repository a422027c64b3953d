using System.Globalization;

namespace Manometer.Coding;

/// <summary>Which of the places, dates and numbers a sentence names belongs to a claim, or none: each is weighed by how it stands to the claim, and what the rules would take is one of the signs.</summary>
internal sealed partial class ClaimGrammar
{
    private const int MostCandidates = 24;

    // what the claims of the sentence may choose among
    private void ReadCandidates()
    {
        ReadPlaces();
        ReadDates();
        ReadQuantities();
    }

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
        var mode = ModeOf(draft.Anchor, draft.Clause, _sentenceAt, draft.Direction);
        var place = PlaceOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd, draft.Indicator);
        var date = DateOf(draft.Anchor, draft.Clause, mode, out _);
        var magnitude = MagnitudeOf(draft.Anchor, draft.Clause, draft.Sector, draft.Indicator, draft.Direction);
        ReadCandidates();
        return new()
        {
            [ClaimModel.Place] = Traced(PlaceCount, (bag, i) => PlaceFeatures(bag, draft, i, place), i => PlaceAt(i) is { } one ? [_report.Text[one.Start..one.End], one.Name, one.Id ?? ""] : [DraftCandidate.Empty]),
            [ClaimModel.Date] = Traced(2 + _claimDates.Count, (bag, i) => DateFeatures(bag, draft, i, mode, date), i => [DateAt(i) ?? DraftCandidate.Empty]),
            [ClaimModel.Magnitude] = Traced(1 + _claimQuantities.Count, (bag, i) => MagnitudeFeatures(bag, draft, i, magnitude), i => i == 0 ? [DraftCandidate.Empty] : [_claimQuantities[i - 1].Value.ToString("R", CultureInfo.InvariantCulture), _claimQuantities[i - 1].Unit ?? ""]),
            [ClaimModel.Role] = Traced(1 + _claimQuantities.Count, (bag, i) =>
            {
                if (i > 0)
                    RoleFeatures(bag, draft, _claimQuantities[i - 1], draft.Indicator, draft.Direction);
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
}
