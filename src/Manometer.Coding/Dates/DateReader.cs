namespace Manometer.Coding;

/// <summary>Reads expressions of time in English prose, and numeric dates in Hangul, Chinese and Cyrillic script, against the date of the document or the heading of a chronology.</summary>
/// <remarks>
/// Three kinds of document. News: relative expressions count from its date. Chronology: from the heading that governs ("3/2016:", "March 2016 -"), until the next one. Neither date
/// nor heading: from the date told last; what nothing fixes gets X for its digits and no EDTF. Pure, one pass, time linear in the length of the text. Not for several threads at once.
/// </remarks>
public sealed class DateReader
{
    private readonly Vocabulary _vocabulary = new();
    private readonly TokenList _tokens = new();
    private readonly DateGrammar _grammar;

    /// <summary>A reader with the lexicon of the house.</summary>
    /// <param name="preference">Which way a date without its year is read.</param>
    /// <param name="southern">Are seasons those of the south, spring from September on? False by default.</param>
    public DateReader(DatePreference preference = DatePreference.PastUnlessAhead, bool southern = false) => _grammar = new DateGrammar(new DateLexicon(_vocabulary), preference, southern);

    /// <summary>The expressions of a text, in its order; they do not overlap.</summary>
    /// <param name="text">Any text; offsets are its UTF-16 units.</param>
    /// <param name="document">Date of the document; null when unknown.</param>
    public IReadOnlyList<DateMention> Read(string text, DateOnly? document)
    {
        var found = new List<DateMention>();
        Scanner.Scan(text, _vocabulary, _tokens);
        _grammar.Read(_tokens, document, found);
        return found;
    }
}
