namespace Manometer.Coding;

/// <summary>The number of a claim, and whether it is a step or a level.</summary>
internal sealed partial class ClaimGrammar
{
    private readonly List<QuantityMention> _claimQuantities = [];

    private QuantityMention? MagnitudeChosen(ClaimDraft draft, string indicator, string direction)
    {
        var ruled = MagnitudeOf(draft.Anchor, draft.Clause, draft.Sector, indicator, direction);
        if (!model.Knows(ClaimModel.Magnitude))
            return ruled;
        var chosen = Heaviest(ClaimModel.Magnitude, 1 + _claimQuantities.Count, (bag, i) => MagnitudeFeatures(bag, draft, i, ruled));
        if (chosen == 0)
            return null;
        var told = _claimQuantities[chosen - 1];
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

    private void ReadQuantities()
    {
        _claimQuantities.Clear();
        for (var q = _quantityAt; q < _quantityEnd && _claimQuantities.Count < MostCandidates; q++)
            if (!IsDate(_quantities[q]) && !(_quantities[q].Unit is null && AreWitnesses(TokenAt(_quantities[q].End))))
                _claimQuantities.Add(InPercent(_quantities[q]));
    }

    private void MagnitudeFeatures(FeatureBag bag, ClaimDraft draft, int i, QuantityMention? ruled)
    {
        if (i == 0)
        {
            bag.Add("none");
            bag.Add("none-of", Counts[Math.Min(_claimQuantities.Count, 6)]);
            bag.Add(ruled is null ? "none-ruled" : "none-not-ruled");
            return;
        }

        var told = _claimQuantities[i - 1];
        var isRuled = ruled is { } known && known.Start == told.Start;
        bag.Add(isRuled ? "ruled" : "not-ruled");
        var unit = UnitOf(told);
        bag.Add("unit", unit);
        bag.Add("unit-i", unit, draft.Indicator);
        bag.Add("unit-ruled", unit, isRuled ? "ruled" : "not");
        bag.Add("form", FormOf(told.Form), unit);
        bag.Add("role", told.Role == QuantityRole.None ? None : told.Role == QuantityRole.By ? "by" : "to", unit);
        bag.Add("nth", Counts[Math.Min(_claimQuantities.Count, 6)], Counts[Math.Min(i, 6)]);
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
