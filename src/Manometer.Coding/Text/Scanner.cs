namespace Manometer.Coding;

/// <summary>Cuts a text into tokens in one pass. Nothing is changed or normalised: offsets are those of the text given.</summary>
/// <remarks>Any text will do: half surrogates are marks, direction marks and other invisible signs are stepped over, a run of digits is one token however long.</remarks>
internal static class Scanner
{
    private const byte Letter = 1, Digit = 2, White = 3, Newline = 4;

    private static readonly byte[] Classes = MakeClasses();

    public static void Scan(ReadOnlySpan<char> text, Vocabulary vocabulary, TokenList tokens)
    {
        tokens.Clear();
        var flags = TokenFlags.Line | TokenFlags.Paragraph | TokenFlags.Sentence;
        var lines = 0;
        var at = 0;
        while (at < text.Length)
        {
            var unit = text[at];
            var kind = unit < 128 ? Classes[unit] : ClassOf(unit);
            if (kind == White)
            {
                flags |= TokenFlags.Space;
                at++;
                continue;
            }

            if (kind == Newline)
            {
                lines++;
                flags |= TokenFlags.Space | TokenFlags.Line;
                if (lines > 1)
                    flags |= TokenFlags.Paragraph | TokenFlags.Sentence;
                if (unit == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                    at++;
                at++;
                continue;
            }

            lines = 0;
            var start = at;
            if (kind == Letter)
            {
                if (unit >= 0x2E80 && IsIdeograph(unit))
                {
                    at++;
                    tokens.Add(new Token(start, at, vocabulary.Find(text.Slice(start, 1), Vocabulary.Mix(Vocabulary.Start, unit)), -1, TokenKind.Ideograph, flags));
                }
                else
                {
                    at = Word(text, at, flags, vocabulary, tokens);
                }
            }
            else if (kind == Digit)
            {
                var value = 0;
                while (at < text.Length && text[at] is >= '0' and <= '9' and var digit)
                {
                    value = at - start < 9 ? 10 * value + (digit - '0') : -1;
                    at++;
                }

                tokens.Add(new Token(start, at, 0, value, TokenKind.Number, flags));
            }
            else if (IsInvisible(unit))
            {
                at++;
                continue;
            }
            else
            {
                at++;
                tokens.Add(new Token(start, at, unit, -1, TokenKind.Mark, flags));
            }

            flags = TokenFlags.None;
        }

        Sentences(text, tokens);
    }

    private static int Word(ReadOnlySpan<char> text, int at, TokenFlags flags, Vocabulary vocabulary, TokenList tokens)
    {
        var start = at;
        var hash = Vocabulary.Start;
        var capitals = 0;
        while (at < text.Length)
        {
            var unit = text[at];
            if (unit < 128 ? Classes[unit] != Letter : !(ClassOf(unit) == Letter && !IsIdeograph(unit)) && !IsJoiner(text, at, start))
            {
                if (unit == '\'' && IsJoiner(text, at, start))
                {
                    hash = Vocabulary.Mix(hash, unit);
                    at++;
                    continue;
                }

                break;
            }

            if (unit is >= 'A' and <= 'Z' || unit >= 128 && char.IsUpper(unit))
                capitals++;
            hash = Vocabulary.Mix(hash, unit);
            at++;
        }

        var first = text[start];
        if (first is >= 'A' and <= 'Z' || first >= 128 && char.IsUpper(first))
            flags |= TokenFlags.Capital;
        if (capitals == at - start)
            flags |= TokenFlags.AllCapitals;
        tokens.Add(new Token(start, at, vocabulary.Find(text[start..at], hash), -1, TokenKind.Word, flags));
        return at;
    }

    // n't belongs to its word; the s of a genitive and the short forms of verbs are words of their own
    private static bool IsJoiner(ReadOnlySpan<char> text, int at, int start)
    {
        if (text[at] is not ('\'' or '\u2019') || at == start || at + 1 >= text.Length)
            return false;
        if (text[at - 1] is 'n' or 'N' && text[at + 1] is 't' or 'T')
            return true;
        var next = text[at + 1];
        if (!char.IsLetter(next) || next is 's' or 'S')
            return false;
        // 'll, 've, 're, 'd, 'm
        return !(next is 'l' or 'v' or 'r' or 'd' or 'm');
    }

    private static void Sentences(ReadOnlySpan<char> text, TokenList tokens)
    {
        var span = tokens.Span;
        for (var i = 0; i + 1 < span.Length; i++)
        {
            ref readonly var token = ref span[i];
            if (token.Kind != TokenKind.Mark)
                continue;
            var mark = (char)token.Word;
            if (mark is '\u3002' or '!' or '?' or '\uff01' or '\uff1f')
            {
                tokens.Mark(i + 1, TokenFlags.Sentence);
                continue;
            }

            if (mark is '\u2022' or '\u25aa' && token.Is(TokenFlags.Line))
            {
                tokens.Mark(i, TokenFlags.Sentence);
                continue;
            }

            if (mark != '.')
                continue;
            // closing quotes and brackets belong to the sentence they close
            var next = i + 1;
            while (next < span.Length && span[next].Kind == TokenKind.Mark && (char)span[next].Word is '"' or '\u201d' or '\u2019' or '\'' or ')' or ']')
                next++;
            if (next >= span.Length || !span[next].Is(TokenFlags.Space))
                continue;
            ref readonly var follower = ref span[next];
            if (follower.Kind == TokenKind.Word && !follower.Is(TokenFlags.Capital) || follower.IsMark(',') || follower.IsMark(';'))
                continue;
            if (i > 0 && span[i - 1].Kind == TokenKind.Word && span[i - 1].End == token.Start && follower.Kind != TokenKind.Mark && IsAbbreviation(text[span[i - 1].Start..span[i - 1].End], follower.Kind == TokenKind.Number) && !follower.Is(TokenFlags.Line))
                continue;
            tokens.Mark(next, TokenFlags.Sentence);
        }
    }

    private static readonly FrozenWords Titles = new(["mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "adm", "gov", "sen", "rep", "rev", "st", "mt", "ft", "vs", "jr", "messrs"]);
    private static readonly FrozenWords BeforeNumbers = new(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos", "art", "sec", "p", "pp", "ch", "fig", "vol", "ca", "approx"]);

    private static bool IsAbbreviation(ReadOnlySpan<char> word, bool beforeNumber) =>
        word.Length == 1 && word[0] is >= 'A' and <= 'Z' || Titles.Has(word) || beforeNumber && BeforeNumbers.Has(word);

    private static byte ClassOf(char unit)
    {
        if (unit is '\u2028' or '\u0085')
            return Newline;
        if (unit == '\u2029')
            return Newline;
        if (char.IsLetter(unit) || char.GetUnicodeCategory(unit) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            return Letter;
        return char.IsWhiteSpace(unit) ? White : (byte)0;
    }

    private static bool IsIdeograph(char unit) => unit is >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff';

    private static bool IsInvisible(char unit) => unit is '\u00ad' or '\ufeff' or >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2060' and <= '\u2069';

    private static byte[] MakeClasses()
    {
        var classes = new byte[128];
        for (var c = 0; c < 128; c++)
            classes[c] = char.IsAsciiLetter((char)c) ? Letter : char.IsAsciiDigit((char)c) ? Digit : c is '\n' or '\r' ? Newline : c <= ' ' ? White : (byte)0;
        return classes;
    }
}
