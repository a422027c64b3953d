namespace Manometer.Model;

/// <summary>Text that may be shown: control characters and those that turn the direction of writing would upset a terminal, a table and the reader.</summary>
public static class PrintableText
{
    /// <summary>The text with a space for each tab, and U+FFFD for each other control character, line separator, mark that turns the direction of writing, and half of a surrogate pair. As long as the text given.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var clean = text.ToArray();
        for (var i = 0; i < clean.Length; i++)
            if (clean[i] == '\t')
                clean[i] = ' ';
            else if (char.IsSurrogate(clean[i]) && !IsInPair(clean, i))
                clean[i] = '\uFFFD';
            else if (char.IsControl(clean[i]) || clean[i] is '\u2028' or '\u2029' || TurnsDirection(clean[i]))
                clean[i] = '\uFFFD';
        return new string(clean);
    }

    /// <summary>The text on one line: white space folded to single spaces, what may not be shown left out, cut to a length with an ellipsis at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">Characters it may have, the ellipsis included; at least 2.</param>
    public static string Line(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        var line = new System.Text.StringBuilder(Math.Min(text.Length, longest));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsWhiteSpace(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (System.Text.Rune.IsControl(rune) || rune.Value == 0xFFFD || (rune.IsBmp && TurnsDirection((char)rune.Value)))
                continue;
            if (line.Length + (gap ? 1 : 0) + rune.Utf16SequenceLength > longest - 1)
                return line.Append('\u2026').ToString();
            if (gap)
                line.Append(' ');
            gap = false;
            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>Is it a mark that turns the direction of writing, so that a text may look otherwise than it reads?</summary>
    public static bool TurnsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsInPair(char[] text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
