namespace Manometer.Coding;

/// <summary>Reads numbers with their units in English prose: values, ranges, comparisons, percent, fractions and multiples, changes from one to another; money and measures.</summary>
/// <remarks>Pure, one pass, time linear in the length of the text. Not for several threads at once.</remarks>
public sealed class QuantityReader
{
    private readonly Vocabulary _vocabulary = new();
    private readonly TokenList _tokens = new();
    private readonly QuantityGrammar _grammar;

    /// <summary>A reader with the lexicon of the house.</summary>
    public QuantityReader() => _grammar = new QuantityGrammar(new QuantityLexicon(_vocabulary));

    /// <summary>The quantities of a text, in its order; they do not overlap.</summary>
    /// <param name="text">Any text; offsets are its UTF-16 units.</param>
    public IReadOnlyList<QuantityMention> Read(string text)
    {
        var found = new List<QuantityMention>();
        Scanner.Scan(text, _vocabulary, _tokens);
        _grammar.Read(text, _tokens, found);
        return found;
    }
}
