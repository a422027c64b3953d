using System.Globalization;

namespace Manometer.Coding;

/// <summary>The words of time, out of <c>dates.csv</c> and <c>holidays.csv</c>, by their number in a vocabulary.</summary>
internal sealed class DateLexicon
{
    private readonly byte[] _classes;
    private readonly short[] _values;
    private readonly HashSet<int> _plurals = [];
    private readonly List<(int[] Words, string Rule, int A, int B, int C)> _holidays = [];

    public DateLexicon(Vocabulary vocabulary)
    {
        var entries = new List<(int Word, DateClass Class, short Value)>();
        foreach (var row in LexiconFile.Rows("dates.csv"))
            if (!row[0].Contains(' ', StringComparison.Ordinal))
            {
                if (row[1] == "unit" && row[0].EndsWith('s'))
                    _plurals.Add(vocabulary.Add(row[0]));
                entries.Add((vocabulary.Add(row[0]), Enum.Parse<DateClass>(row[1], ignoreCase: true), short.Parse(row[2], CultureInfo.InvariantCulture)));
            }

        foreach (var row in LexiconFile.Rows("holidays.csv"))
        {
            var words = new List<int>();
            foreach (var part in row[0].Split(' '))
            {
                var genitive = part.IndexOf('\'', StringComparison.Ordinal);
                words.Add(vocabulary.Add(genitive < 0 ? part : part[..genitive]));
                if (genitive >= 0)
                    words.AddRange(-'\'', vocabulary.Add(part[(genitive + 1)..]));
            }

            entries.Add((words[0], DateClass.Holiday, 0));
            _holidays.Add(([.. words], row[1], Number(row[2]), Number(row[3]), Number(row[4])));
        }

        _holidays.Sort((left, right) => right.Words.Length - left.Words.Length);
        _classes = new byte[vocabulary.Count];
        _values = new short[vocabulary.Count];
        foreach (var (word, @class, value) in entries)
            if (_classes[word] == 0)
                (_classes[word], _values[word]) = ((byte)@class, value);
    }

    public DateClass ClassOf(in Token token) => token.Kind <= TokenKind.Ideograph && token.Word < _classes.Length ? (DateClass)_classes[token.Word] : DateClass.None;

    public int ValueOf(in Token token) => token.Kind <= TokenKind.Ideograph && token.Word < _values.Length ? _values[token.Word] : 0;

    /// <summary>Units in the plural.</summary>
    public HashSet<int> Plurals() => _plurals;

    /// <summary>The holiday that begins at a token: how many tokens it takes, and its number; 0 tokens when there is none.</summary>
    public int Holiday(TokenList tokens, int at, out int holiday)
    {
        for (holiday = 0; holiday < _holidays.Count; holiday++)
        {
            var words = _holidays[holiday].Words;
            if (at + words.Length > tokens.Count)
                continue;
            var same = true;
            for (var i = 0; same && i < words.Length; i++)
            {
                ref readonly var token = ref tokens[at + i];
                same = words[i] < 0 ? token.IsMark('\'') || token.IsMark('\u2019') : token.Kind == TokenKind.Word && token.Word == words[i];
            }

            if (same)
                return words.Length;
        }

        holiday = -1;
        return 0;
    }

    /// <summary>The day of a holiday in a year.</summary>
    public When DayOf(int holiday, int year)
    {
        if (year is < 2 or > When.LastYear)
            return default;
        var (_, rule, a, b, c) = _holidays[holiday];
        switch (rule)
        {
            case "fixed":
                return When.OfDay(year, a, b);
            case "nth": // the b-th weekday c of month a
                return NthWeekday(year, a, b, c);
            case "lastof": // the last weekday b of month a
                var last = When.OfMonth(year, a).Last;
                return When.OfDay(last - (When.IsoWeekday(last) - b + 7) % 7);
            case "afterfirst": // the weekday c after the first weekday b of month a
                return When.OfDay(NthWeekday(year, a, 1, b).First + c - b);
            case "easter":
                return When.OfDay(Easter(year) + a);
            default:
                throw new InvalidOperationException($"holidays.csv: unknown rule {rule}");
        }
    }

    internal static When NthWeekday(int year, int month, int nth, int weekday)
    {
        var first = When.OfMonth(year, month);
        if (!first.IsKnown)
            return default;
        var day = first.First + (weekday - When.IsoWeekday(first.First) + 7) % 7 + 7 * (nth - 1);
        return day <= first.Last ? When.OfDay(day) : default;
    }

    // Anonymous Gregorian algorithm (Nature, 20 April 1876, p. 487; Meeus, Astronomical Algorithms, 1991, ch. 8)
    private static int Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1).DayNumber;
    }

    private static int Number(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);
}
