namespace Manometer.Coding;

/// <summary>The place of a claim: one the sentence names, the last one named before it, or none.</summary>
internal sealed partial class ClaimGrammar
{
    private readonly List<PlaceMention> _claimPlaces = [];
    private int _placesKnown; // how many of them the grammar of places found

    private PlaceMention? PlaceChosen(ClaimDraft draft, string indicator)
    {
        var ruled = PlaceOf(draft.Anchor, draft.Clause, _sentenceAt, _sentenceEnd, indicator);
        if (!model.Knows(ClaimModel.Place))
            return ruled;
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
            if (!PlaceGrammar.IsName(_tokens[i]) || IsFirst(i) && _tokens[i].Word != 0 || IsPlace(_tokens[i].Start) || IsDay(_tokens[i].Start))
                continue;
            var end = i + 1;
            while (end < _sentenceEnd && (PlaceGrammar.IsName(_tokens[end]) || PlaceGrammar.IsHyphen(_tokens, end)) && !IsPlace(_tokens[end].Start))
                end += PlaceGrammar.IsHyphen(_tokens, end) ? 2 : 1;
            var name = _report.Text[_tokens[i].Start.._tokens[end - 1].End];
            _claimPlaces.Add(new PlaceMention(_tokens[i].Start, _tokens[end - 1].End, null, name, PlaceUse.Place, [], null));
            i = end - 1;
        }
    }

    // the first word of the sentence, marks before it left out
    private bool IsFirst(int i)
    {
        while (i > _sentenceAt && _tokens[i - 1].Kind == TokenKind.Mark)
            i--;
        return i == _sentenceAt;
    }

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
}
