namespace Manometer.Coding;

/// <summary>The cues, by the word they begin with.</summary>
/// <remarks>
/// A pattern is a row of words; <c>a|b</c> is either, <c>_</c> any one word, <c>...</c> up to three words or none, and a hyphen or an apostrophe stands for itself.
/// Of the cues of one kind the longest is taken, and none within it.
/// </remarks>
internal sealed class CueSet
{
    private const int Gap = 3;

    private static readonly int[] Any = new int[1];
    private static readonly int[] Stretch = new int[1];

    private readonly List<Cue>?[] _byFirst;
    private readonly int[] _until = new int[Enum.GetValues<CueKind>().Length];

    public CueSet(Vocabulary vocabulary, string file = "cues.csv")
    {
        var cues = new List<Cue>();
        foreach (var row in LexiconFile.Rows(file))
            cues.Add(new Cue(row[0], Enum.Parse<CueKind>(row[1], ignoreCase: true), row[3], Elements(row[2], vocabulary), row[4], row[5]));
        All = cues;
        _byFirst = new List<Cue>?[vocabulary.Count];
        foreach (var cue in cues)
            foreach (var word in cue.Elements[0])
                if (word > 0)
                    (_byFirst[word] ??= []).Add(cue);
        foreach (var list in _byFirst)
            list?.Sort((left, right) => right.Elements.Length - left.Elements.Length);
    }

    public IReadOnlyList<Cue> All { get; }

    public void Find(TokenList tokens, List<CueHit> hits)
    {
        hits.Clear();
        Array.Clear(_until);
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind != TokenKind.Word || token.Word == 0 || token.Word >= _byFirst.Length || _byFirst[token.Word] is not { } cues)
                continue;
            foreach (var cue in cues)
            {
                if (i < _until[(int)cue.Kind])
                    continue;
                var end = Match(cue, tokens, i);
                if (end < 0)
                    continue;
                hits.Add(new CueHit(cue, i, end));
                _until[(int)cue.Kind] = end;
            }
        }
    }

    private static int Match(Cue cue, TokenList tokens, int at)
    {
        var elements = cue.Elements;
        var i = at + 1;
        for (var e = 1; e < elements.Length; e++)
        {
            if (ReferenceEquals(elements[e], Stretch))
            {
                var found = -1;
                for (var skip = 0; skip <= Gap && i + skip < tokens.Count && found < 0; skip++)
                {
                    if (skip > 0 && (tokens[i + skip - 1].Is(TokenFlags.Sentence) || tokens[i + skip - 1].IsMark(',') || tokens[i + skip - 1].IsMark(';')))
                        break;
                    if (Is(elements[e + 1], tokens[i + skip]))
                        found = i + skip;
                }

                if (found < 0)
                    return -1;
                i = found + 1;
                e++;
                continue;
            }

            if (i >= tokens.Count || tokens[i].Is(TokenFlags.Sentence) || !Is(elements[e], tokens[i]))
                return -1;
            i++;
        }

        return i;
    }

    private static bool Is(int[] element, in Token token)
    {
        if (ReferenceEquals(element, Any))
            return token.Kind is TokenKind.Word or TokenKind.Number;
        var key = token.Kind == TokenKind.Mark ? (char)token.Word == '\u2019' ? -'\'' : -token.Word : token.Kind == TokenKind.Word ? token.Word : 0;
        if (key == 0)
            return false;
        foreach (var word in element)
            if (word == key)
                return true;
        return false;
    }

    private static int[][] Elements(string pattern, Vocabulary vocabulary)
    {
        var elements = new List<int[]>();
        foreach (var part in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "_")
                elements.Add(Any);
            else if (part == "...")
                elements.Add(Stretch);
            else
            {
                string[] pieces = part.Contains('|', StringComparison.Ordinal) ? [part] : part.Split('-');
                for (var i = 0; i < pieces.Length; i++)
                {
                    if (i > 0)
                        elements.Add([-'-']);
                    elements.Add([.. pieces[i].Split('|').Select(word => word.Length == 1 && !char.IsLetter(word[0]) ? -word[0] : vocabulary.Add(word))]);
                }
            }
        }

        return [.. elements];
    }
}
