namespace Manometer.Coding;

/// <summary>Finds the headings of a chronology: lines that begin with a month, a day or a year and a colon or dash ("3/2016:", "March 2016 -", "2016-03-02:").</summary>
/// <remarks>
/// Two are needed: one such line makes no chronology. A heading governs what follows it until the next one; where the headings are items of a list, a paragraph
/// that is no item ends the reign, and the date of the document counts again.
/// </remarks>
internal static class Chronology
{
    public static List<ChronologyHeading> Of(TokenList tokens, DateLexicon lexicon)
    {
        var headings = new List<ChronologyHeading>();
        var items = new List<bool>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].Is(TokenFlags.Line))
                continue;
            var isItem = IsBullet(tokens[i]);
            var at = i;
            while (at < tokens.Count && at - i < 4 && tokens[at].Kind == TokenKind.Mark && !(at > i && tokens[at].Is(TokenFlags.Line)))
                at++;
            if (at < tokens.Count && Date(tokens, lexicon, at, out var end, out var when) && IsColon(tokens, end))
            {
                headings.Add(new ChronologyHeading(at, end, when, int.MaxValue));
                items.Add(isItem);
            }
        }

        if (headings.Count < 2)
            return [];
        for (var h = 0; h < headings.Count; h++)
            if (items[h])
                headings[h] = headings[h] with { Release = EndOfItem(tokens, headings[h].End) };
        return headings;
    }

    private static int EndOfItem(TokenList tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
            if (tokens[i].Is(TokenFlags.Paragraph) && !IsBullet(tokens[i]))
                return i;
            else if (i > from && tokens[i].Is(TokenFlags.Line) && IsBullet(tokens[i]))
                return int.MaxValue; // another item: its heading, or this one's, decides
        return int.MaxValue;
    }

    private static bool IsBullet(in Token token) => token.Kind == TokenKind.Mark && (char)token.Word is '\u2022' or '*' or '-' or '\u25aa' or '\u2013' or '\u00b7' or '\u25e6' or '#';

    private static bool IsColon(TokenList tokens, int at) =>
        at < tokens.Count && !tokens[at].Is(TokenFlags.Line) && tokens[at].Kind == TokenKind.Mark
        && ((char)tokens[at].Word is ':' or '\uff1a' || tokens[at].Is(TokenFlags.Space) && (char)tokens[at].Word is '-' or '\u2013' or '\u2014')
        && !(at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && !tokens[at + 1].Is(TokenFlags.Space));

    private static bool Date(TokenList tokens, DateLexicon lexicon, int at, out int end, out When when)
    {
        end = at;
        when = default;
        ref readonly var first = ref tokens[at];
        if (first.Kind == TokenKind.Word && lexicon.ClassOf(first) == DateClass.Month)
        {
            var month = lexicon.ValueOf(first);
            var next = at + 1;
            if (next < tokens.Count && tokens[next].IsMark('.'))
                next++;
            var day = 0;
            if (Number(tokens, next, 1, 31) && tokens[next].Length <= 2)
            {
                day = tokens[next++].Number;
                if (next < tokens.Count && lexicon.ClassOf(tokens[next]) == DateClass.Suffix)
                    next++;
            }

            if (next < tokens.Count && tokens[next].IsMark(','))
                next++;
            if (!Number(tokens, next, 1500, 2100))
                return false;
            end = next + 1;
            when = day > 0 ? When.OfDay(tokens[next].Number, month, day) : When.OfMonth(tokens[next].Number, month);
            return when.IsKnown;
        }

        if (first.Kind != TokenKind.Number)
            return false;
        if (Number(tokens, at, 1, 31) && at + 1 < tokens.Count && lexicon.ClassOf(tokens[at + 1]) == DateClass.Month && Number(tokens, at + 2, 1500, 2100))
        {
            end = at + 3;
            when = When.OfDay(tokens[at + 2].Number, lexicon.ValueOf(tokens[at + 1]), first.Number);
            return when.IsKnown;
        }

        if (Number(tokens, at, 1, 12) && Separator(tokens, at + 1) && Number(tokens, at + 2, 1500, 2100) && !tokens[at + 2].Is(TokenFlags.Space))
        {
            end = at + 3;
            when = When.OfMonth(tokens[at + 2].Number, first.Number);
            return when.IsKnown;
        }

        if (Number(tokens, at, 1500, 2100))
        {
            if (Separator(tokens, at + 1) && Number(tokens, at + 2, 1, 12) && !tokens[at + 2].Is(TokenFlags.Space))
            {
                if (Separator(tokens, at + 3) && Number(tokens, at + 4, 1, 31) && !tokens[at + 4].Is(TokenFlags.Space))
                {
                    end = at + 5;
                    when = When.OfDay(first.Number, tokens[at + 2].Number, tokens[at + 4].Number);
                    return when.IsKnown;
                }

                end = at + 3;
                when = When.OfMonth(first.Number, tokens[at + 2].Number);
                return when.IsKnown;
            }

            end = at + 1;
            when = When.OfYear(first.Number);
            return true;
        }

        if (Number(tokens, at, 1, 12) && Separator(tokens, at + 1) && Number(tokens, at + 2, 1, 31) && Separator(tokens, at + 3) && Number(tokens, at + 4, 1500, 2100))
        {
            end = at + 5;
            when = When.OfDay(tokens[at + 4].Number, first.Number, tokens[at + 2].Number);
            return when.IsKnown;
        }

        return false;
    }

    private static bool Number(TokenList tokens, int at, int least, int most) => at < tokens.Count && tokens[at].Kind == TokenKind.Number && tokens[at].Number >= least && tokens[at].Number <= most;

    private static bool Separator(TokenList tokens, int at) => at < tokens.Count && tokens[at].Kind == TokenKind.Mark && !tokens[at].Is(TokenFlags.Space) && (char)tokens[at].Word is '/' or '-' or '.';
}
