using System.Globalization;

namespace Manometer.Coding;

/// <summary>Number words, comparisons and units, out of <c>numbers.csv</c>, <c>comparators.csv</c>, <c>units.csv</c> and <c>prefixes.csv</c>.</summary>
internal sealed class QuantityLexicon
{
    private readonly Dictionary<int, (NumberClass Class, double Value)> _numbers = [];
    private readonly Dictionary<int, List<(int[] Tokens, string Unit, bool IsCurrency)>> _names = [];
    private readonly Dictionary<string, (string Unit, bool IsShort)> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Unit, bool IsShort)>.AlternateLookup<ReadOnlySpan<char>> _symbolsBySpan;
    private readonly Dictionary<char, string> _currencies = [];
    private readonly HashSet<string> _money = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(int[] Tokens, string Sign)>> _comparators = [];
    private readonly (NumberClass Class, double Value)[] _byWord;
    private readonly TokenList _scratch = new();

    public QuantityLexicon(Vocabulary vocabulary)
    {
        foreach (var row in LexiconFile.Rows("numbers.csv"))
            _numbers.TryAdd(vocabulary.Add(row[0]), (Enum.Parse<NumberClass>(row[1], ignoreCase: true), double.Parse(row[2], CultureInfo.InvariantCulture)));
        foreach (var row in LexiconFile.Rows("comparators.csv"))
            Sequence(_comparators, Tokens(row[0], vocabulary), row[1]);
        var prefixes = LexiconFile.Rows("prefixes.csv");
        foreach (var row in LexiconFile.Rows("units.csv"))
        {
            var (surface, unit, flags) = (row[0], row[1], row[2]);
            var isCurrency = flags.Contains('c', StringComparison.Ordinal);
            if (isCurrency)
                _money.Add(unit);
            var takesPrefix = flags.Contains('p', StringComparison.Ordinal);
            if (isCurrency && surface.Length == 1 && !char.IsLetter(surface[0]))
            {
                _currencies[surface[0]] = unit;
            }
            else if (flags.Contains('s', StringComparison.Ordinal))
            {
                _symbols.TryAdd(surface, (unit, flags.Contains('x', StringComparison.Ordinal)));
                foreach (var prefix in takesPrefix ? prefixes : [])
                    _symbols.TryAdd(prefix[0] + surface, (prefix[1] + unit, prefix[0] + surface is "am" or "pm"));
            }
            else
            {
                Name(surface, unit, isCurrency, vocabulary);
                foreach (var prefix in takesPrefix ? prefixes : [])
                    Name(prefix[1] + surface, prefix[1] + unit, isCurrency, vocabulary);
            }
        }

        foreach (var list in _names.Values)
            list.Sort((left, right) => right.Tokens.Length - left.Tokens.Length);
        foreach (var list in _comparators.Values)
            list.Sort((left, right) => right.Tokens.Length - left.Tokens.Length);
        _symbolsBySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        _byWord = new (NumberClass, double)[vocabulary.Count];
        foreach (var (word, entry) in _numbers)
            _byWord[word] = entry;
    }

    public NumberClass ClassOf(in Token token) => token.Kind == TokenKind.Word && token.Word < _byWord.Length ? _byWord[token.Word].Class : NumberClass.None;

    public double ValueOf(in Token token) => token.Kind == TokenKind.Word && token.Word < _byWord.Length ? _byWord[token.Word].Value : 0;

    /// <summary>Is a unit, as <c>units.csv</c> names it, money?</summary>
    public bool IsMoney(string unit) => _money.Contains(unit);

    public string? Currency(char sign) => _currencies.GetValueOrDefault(sign);

    /// <summary>A unit by its symbol; upper and lower case differ.</summary>
    public string? Symbol(ReadOnlySpan<char> text, out bool isShort)
    {
        isShort = false;
        if (text.Length > 6 || !_symbolsBySpan.TryGetValue(text, out var found))
            return null;
        isShort = found.IsShort;
        return found.Unit;
    }

    /// <summary>The longest name of a unit that begins at a token: how many tokens it has, 0 when there is none.</summary>
    public int Name(TokenList tokens, int at, out string? unit, out bool isCurrency)
    {
        (unit, isCurrency) = (null, false);
        if (at >= tokens.Count || !_names.TryGetValue(Key(tokens[at]), out var names))
            return 0;
        foreach (var (words, name, money) in names)
        {
            if (!Matches(tokens, at, words))
                continue;
            (unit, isCurrency) = (name, money);
            return words.Length;
        }

        return 0;
    }

    /// <summary>The longest comparison that begins at a token: how many tokens it has, 0 when there is none.</summary>
    public int Comparator(TokenList tokens, int at, out string sign)
    {
        sign = "";
        if (at >= tokens.Count)
            return 0;
        if (tokens[at].Kind == TokenKind.Mark && (char)tokens[at].Word is '<' or '>')
        {
            var greater = tokens[at].Word == '>';
            var equals = at + 1 < tokens.Count && tokens[at + 1].IsMark('=');
            if (at > 0 && tokens[at].Start == tokens[at - 1].End && tokens[at - 1].Kind == TokenKind.Mark || !equals && at + 1 < tokens.Count && tokens[at + 1].IsMark('>'))
                return 0;
            sign = greater ? equals ? "ge" : "gt" : equals ? "le" : "lt";
            return equals ? 2 : 1;
        }

        if (tokens[at].Kind != TokenKind.Word || tokens[at].Word == 0 || !_comparators.TryGetValue(tokens[at].Word, out var list))
            return 0;
        foreach (var (words, found) in list)
        {
            if (!Matches(tokens, at, words))
                continue;
            sign = found;
            return words.Length;
        }

        return 0;
    }

    private static int Key(in Token token) => token.Kind == TokenKind.Mark ? -token.Word : token.Kind == TokenKind.Word ? token.Word == 0 ? int.MinValue : token.Word : int.MinValue;

    private static bool Matches(TokenList tokens, int at, int[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (Key(tokens[at + i]) != words[i])
                return false;
        return true;
    }

    private void Name(string surface, string unit, bool isCurrency, Vocabulary vocabulary)
    {
        var tokens = Tokens(surface, vocabulary);
        if (!_names.TryGetValue(tokens[0], out var list))
            _names[tokens[0]] = list = [];
        list.Add((tokens, unit, isCurrency));
    }

    private static void Sequence(Dictionary<int, List<(int[], string)>> to, int[] tokens, string value)
    {
        if (!to.TryGetValue(tokens[0], out var list))
            to[tokens[0]] = list = [];
        list.Add((tokens, value));
    }

    private int[] Tokens(string surface, Vocabulary vocabulary)
    {
        foreach (var part in surface.Split(' '))
            if (char.IsLetter(part[0]))
                vocabulary.Add(part);
            else if (part.Length > 1)
                vocabulary.Add(part[1..]);
        Scanner.Scan(surface, vocabulary, _scratch);
        var keys = new int[_scratch.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Key(_scratch[i]);
        return keys;
    }
}
