using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Reads reports and proposes observations: when, where, sector, group, indicator, direction, how much, to what it is put down, how it is meant, who tells it.</summary>
/// <remarks>
/// Rules over cues (<c>cues.csv</c>), dates, quantities and places; no cue, no proposal: there is no default code. The whole text is read. Offsets are those of the text given.
/// Pure: same report, same proposals. Time linear in the length of the text. Not for several threads at once.
/// </remarks>
public sealed class Coder
{
    private const int LongestHeadline = 200; // characters

    private readonly Vocabulary _vocabulary = new();
    private readonly TokenList _tokens = new();
    private readonly DateGrammar _dates;
    private readonly QuantityGrammar _quantities;
    private readonly PlaceGrammar _places;
    private readonly CueSet _cues;
    private readonly ClaimGrammar _claims;
    private readonly HashSet<(string Place, string Country)> _within;
    private readonly List<DateMention> _foundDates = [];
    private readonly List<QuantityMention> _foundQuantities = [];
    private readonly List<PlaceMention> _foundPlaces = [];
    private readonly List<CueHit> _hits = [];

    /// <summary>A coder with the lexica of the house.</summary>
    /// <param name="places">The gazetteer of the case; countries are known without it.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    public Coder(IReadOnlyList<Place> places, CoderOptions? options = null)
        : this(places, options, ClaimModel.Fitted(), null, [])
    {
    }

    /// <summary>A coder with another model.</summary>
    /// <param name="places">The gazetteer.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <param name="model">What was learned of claims.</param>
    /// <param name="trace">Where drafts go with their features; null for nowhere.</param>
    /// <param name="words">Words that are features beside those of the lexica and the model.</param>
    internal Coder(IReadOnlyList<Place> places, CoderOptions? options, ClaimModel model, List<DraftTrace>? trace, IEnumerable<string> words)
    {
        var dates = new DateLexicon(_vocabulary);
        var quantities = new QuantityLexicon(_vocabulary);
        var gazetteer = new Gazetteer(_vocabulary, places);
        _cues = new CueSet(_vocabulary);
        _dates = new DateGrammar(dates, DatePreference.PastUnlessAhead, options?.Southern ?? false);
        _quantities = new QuantityGrammar(quantities);
        _places = new PlaceGrammar(gazetteer);
        _within = [.. places.SelectMany(place => place.Countries.Select(country => (place.Id, country)))];
        foreach (var word in words.Concat(model.Words))
            _vocabulary.Add(word);
        _claims = new ClaimGrammar(_vocabulary, model, options ?? new CoderOptions(), quantities.IsMoney) { Trace = trace };
    }

    /// <summary>What a report seems to hold, in the order of its text.</summary>
    public IReadOnlyList<Proposal> Code(ReportText report)
    {
        var proposals = new List<Proposal>();
        if (!EnglishText.Is(report.Text))
            return proposals;
        foreach (var list in (System.Collections.IList[])[_foundDates, _foundQuantities, _foundPlaces, _hits])
            list.Clear();
        Scanner.Scan(report.Text, _vocabulary, _tokens);
        _dates.Read(_tokens, report.Published, _foundDates);
        _quantities.Read(report.Text, _tokens, _foundQuantities);
        _places.Read(report.Text, _tokens, _foundPlaces);
        _cues.Find(_tokens, _hits);
        LeaveOutDecimals();
        LeaveOutDates();
        LeaveOutMoney();
        _claims.Read(report, _tokens, _foundDates, _foundQuantities, _foundPlaces, _hits, proposals);
        LeaveOutHeadline(report.Text, proposals);
        return proposals;
    }

    // what a headline says and the text says again is one observation, told where the text tells it
    private static void LeaveOutHeadline(string text, List<Proposal> proposals)
    {
        var end = text.AsSpan().IndexOf('\n');
        if (end is <= 0 or > LongestHeadline || text.AsSpan(0, end).TrimEnd() is [.., '.' or ':' or ';'])
            return;
        proposals.RemoveAll(one => one.End <= end && proposals.Exists(other => other.Start > end && other.Sector == one.Sector && (other.Direction == one.Direction || other.Indicator == one.Indicator)));
    }

    // "1.30 marks a litre" is no thirtieth of January
    private void LeaveOutDecimals()
    {
        var q = 0;
        _foundDates.RemoveAll(date =>
        {
            while (q < _foundQuantities.Count && _foundQuantities[q].End <= date.Start)
                q++;
            return date.End - date.Start <= 5 && q < _foundQuantities.Count && _foundQuantities[q].Unit is not null && _foundQuantities[q].Start <= date.Start && _foundQuantities[q].End > date.End;
        });
    }

    // "in May" supposes nothing, and the fall of 2017 is no decline
    private void LeaveOutDates()
    {
        var d = 0;
        _hits.RemoveAll(hit =>
        {
            if (hit.Kind is not (CueKind.Mode or CueKind.Move) || hit.End - hit.At > 1)
                return false;
            var start = _tokens[hit.At].Start;
            while (d < _foundDates.Count && _foundDates[d].End <= start)
                d++;
            return d < _foundDates.Count && _foundDates[d].Start <= start && _foundDates[d].Kind is DateMentionKind.Date or DateMentionKind.Period;
        });
    }

    // "5,000 won" speaks of no exchange rate, and in "more than half" nothing rises
    private void LeaveOutMoney()
    {
        var q = 0;
        _hits.RemoveAll(hit =>
        {
            if (hit.Kind is not (CueKind.Sector or CueKind.Indicator or CueKind.Move))
                return false;
            var start = _tokens[hit.At].Start;
            while (q < _foundQuantities.Count && _foundQuantities[q].End <= start)
                q++;
            return q < _foundQuantities.Count && _foundQuantities[q].Start <= start && (hit.Kind == CueKind.Move ? _foundQuantities[q].Form is not QuantityForm.Multiple : _foundQuantities[q].Unit is not null);
        });
    }

    /// <summary>The places named in a text.</summary>
    public IReadOnlyList<PlaceMention> Places(string text)
    {
        var found = new List<PlaceMention>();
        Scanner.Scan(text, _vocabulary, _tokens);
        _places.Read(text, _tokens, found);
        return found;
    }

    /// <summary>Does a text name a country, its people, its government, or a place in it that the gazetteer knows?</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code.</param>
    /// <param name="text">Any text.</param>
    public bool Names(string country, string text)
    {
        ArgumentNullException.ThrowIfNull(country);
        return Places(text).Any(place => place.Id is { } id && (string.Equals(id, country, StringComparison.OrdinalIgnoreCase) || _within.Contains((id, country.ToUpperInvariant()))));
    }

    /// <summary>The words of a text that tell a cause or a purpose of any kind, explicitly: few are found, and those found are right more often than not.</summary>
    public IReadOnlyList<CauseMention> Causes(string text)
    {
        Scanner.Scan(text, _vocabulary, _tokens);
        _cues.Find(_tokens, _hits);
        var causes = new List<CauseMention>();
        foreach (var hit in _hits)
            if (hit.Kind == CueKind.Motive)
                causes.Add(new CauseMention(_tokens[hit.At].Start, _tokens[hit.End - 1].End, hit.Cue.Id));
        return causes;
    }

    internal CueSet Cues => _cues;

    internal IReadOnlyList<CueHit> CuesIn(string text)
    {
        Scanner.Scan(text, _vocabulary, _tokens);
        _cues.Find(_tokens, _hits);
        return [.. _hits];
    }
}
