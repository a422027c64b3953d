using System.Buffers;

namespace Manometer.Cases;

/// <summary>Finds where one SQL statement ends and the next begins.</summary>
internal static class StatementText
{
    private static readonly SearchValues<char> TagLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");

    /// <summary>How many statements a text holds, separated by semicolons that stand outside texts, names and comments; those of white space and comments alone do not count.</summary>
    public static int Count(string sql)
    {
        var count = 0;
        var something = false;
        for (var i = 0; i < sql.Length;)
        {
            var after = PastQuoted(sql, i, out var comment);
            if (after > i)
            {
                something |= !comment;
                i = after;
                continue;
            }

            if (sql[i] == ';')
            {
                count += something ? 1 : 0;
                something = false;
            }
            else
            {
                something |= !char.IsWhiteSpace(sql[i]);
            }

            i++;
        }

        return count + (something ? 1 : 0);
    }

    // The place behind a quoted text, a quoted name, a $tag$ text or a comment that begins at i; i itself when none does.
    private static int PastQuoted(string sql, int i, out bool comment)
    {
        comment = Begins("--") || Begins("/*");
        if (Begins("--"))
            return After("\n", i);
        if (Begins("/*"))
            return After("*/", i + 2);
        if (sql[i] is '\'' or '"')
            return After(sql[i].ToString(), i + 1); // a doubled quote ends one text and begins another: the same place in the end
        if (sql[i] == '$' && sql.IndexOf('$', i + 1) is var end and > 0 && sql.AsSpan(i + 1, end - i - 1).IndexOfAnyExcept(TagLetters) < 0)
            return After(sql[i..(end + 1)], end + 1);
        return i;

        bool Begins(string mark) => string.CompareOrdinal(sql, i, mark, 0, mark.Length) == 0;

        int After(string mark, int from) => sql.IndexOf(mark, from, StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : sql.Length;
    }
}
