namespace Manometer.Coding;

/// <summary>A stretch of a text that is given to a model at once.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind its last.</param>
public readonly record struct TextPiece(int Start, int End)
{
    /// <summary>UTF-16 units of a piece: 8,000, which is some 2,000 words of a model; small models forget what stands in the middle of more.</summary>
    public const int Longest = 8_000;

    /// <summary>Pieces of one text that are asked about: 40. What stands behind them is left to the rules.</summary>
    public const int Most = 40;

    /// <summary>Cuts a text at ends of paragraphs, else of lines, else of sentences, else between words; never within a surrogate pair. Blank pieces are left out.</summary>
    /// <param name="text">The text.</param>
    /// <returns>At most <see cref="Most"/> pieces, in order, none longer than <see cref="Longest"/>.</returns>
    public static IReadOnlyList<TextPiece> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<TextPiece>();
        for (var start = 0; start < text.Length && pieces.Count < Most;)
        {
            var end = text.Length - start <= Longest ? text.Length : Cut(text, start);
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                pieces.Add(new TextPiece(start, end));
            start = end;
        }

        return pieces;
    }

    private static int Cut(string text, int start)
    {
        var half = text.AsSpan(start + Longest / 2, Longest / 2);
        foreach (var mark in (string[])["\n\n", "\n", ". ", " "])
            if (half.LastIndexOf(mark, StringComparison.Ordinal) is var at and >= 0)
                return start + Longest / 2 + at + mark.Length;
        var end = start + Longest;
        return char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
