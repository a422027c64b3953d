using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Finds the places of a gazetteer in the tokens of a text and tells apart the place, those who govern from it, and what is of it.</summary>
internal sealed class PlaceGrammar(Gazetteer gazetteer)
{
    private readonly List<PlaceEntry> _candidates = [];
    private readonly List<PlaceEntry> _container = [];

    public void Read(string text, TokenList tokens, List<PlaceMention> found)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Mark or TokenKind.Number)
                continue;
            if (token.Word == 0)
            {
                if (Unknown(tokens, i) is var after && after > i)
                {
                    found.Add(new PlaceMention(token.Start, tokens[after - 1].End, null, text[token.Start..tokens[after - 1].End], PlaceUse.Place, [], null));
                    i = after - 1;
                }

                continue;
            }

            var length = gazetteer.Find(tokens, i, _candidates);
            if (length == 0)
            {
                // a name that is also a word: Sucre, Cape, Trinidad; behind "in" and in capitals it is a place, unless it is a day or a month
                if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && gazetteer.RoleOf(tokens[i - 1]) == "at" && !gazetteer.IsTime(token) && Unknown(tokens, i) is var stop && stop > i)
                {
                    found.Add(new PlaceMention(token.Start, tokens[stop - 1].End, null, text[token.Start..tokens[stop - 1].End], PlaceUse.Place, [], null));
                    i = stop - 1;
                }

                continue;
            }

            // "us" shouted is not the country, and a name within a longer capitalised one may be another's
            if (length == 1 && token.Length == 2 && !token.Is(TokenFlags.AllCapitals))
                continue;
            var end = i + length;
            found.Add(Choose(text, tokens, i, end));
            i = end - 1;
        }
    }

    // A capitalised word that no lexicon knows, behind "in", "near" or "of": a place the gazetteer lacks. Returns the token behind its last, or the first itself when it is none.
    private int Unknown(TokenList tokens, int at)
    {
        if (at == 0 || !IsName(tokens[at]) || tokens[at].Is(TokenFlags.Sentence) || tokens[at - 1].Kind != TokenKind.Word)
            return at;
        // "at the Zenda market": the name says which
        var before = gazetteer.IsThe(tokens[at - 1]) && at > 1 && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Is(TokenFlags.Capital) ? at - 2 : at - 1;
        if (gazetteer.RoleOf(tokens[before]) is not ("at" or "of"))
            return at;
        var end = at + 1;
        // Pinar del Río
        if (end + 1 < tokens.Count && gazetteer.IsParticle(tokens[end]) && IsName(tokens[end + 1]))
            end += 2;
        while (end < tokens.Count && (IsName(tokens[end]) && tokens[end].Is(TokenFlags.Space) && !tokens[end].Is(TokenFlags.Line) || IsHyphen(tokens, end)))
            end += tokens[end].IsMark('-') ? 2 : 1;
        // what owns something is more often a person or a firm
        return end < tokens.Count && (tokens[end].IsMark('\'') || tokens[end].IsMark('\u2019')) ? at : end;
    }

    /// <summary>Does a hyphen join two words there: San-Pédro?</summary>
    public static bool IsHyphen(TokenList tokens, int at) => tokens[at].IsMark('-') && !tokens[at].Is(TokenFlags.Space) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Is(TokenFlags.Space);

    /// <summary>May it be a word of a name: a capital first, small letters behind, more than two?</summary>
    public static bool IsName(in Token token) => token.Kind == TokenKind.Word && token.Is(TokenFlags.Capital) && !token.Is(TokenFlags.AllCapitals) && token.Length > 2;

    private PlaceMention Choose(string text, TokenList tokens, int start, int end)
    {
        var isAt = start > 0 && gazetteer.RoleOf(tokens[start - 1]) == "at" || start > 1 && tokens[start - 1].Kind == TokenKind.Word && gazetteer.RoleOf(tokens[start - 2]) == "at" && !tokens[start - 1].Is(TokenFlags.Capital);
        var governs = !isAt && end < tokens.Count && gazetteer.RoleOf(tokens[end]) == "government";
        var within = Container(tokens, end, out var province);
        var best = -1;
        var bestScore = int.MinValue;
        for (var c = 0; c < _candidates.Count; c++)
        {
            var entry = _candidates[c];
            var score = entry.FromCase ? 2 : 0;
            if (entry.Use == PlaceUse.Government)
                score += governs ? 4 : isAt ? -2 : 0;
            else if (entry.Use == PlaceUse.Place)
                score += isAt ? 3 : governs && entry.Level != PlaceLevel.Country ? 0 : 2;
            if (province is not null && (entry.Province == province || entry.Id == within))
                score += 5;
            if (score > bestScore)
                (best, bestScore) = (c, score);
        }

        var chosen = _candidates[best];
        var others = new List<string>();
        foreach (var entry in _candidates)
            if (entry.Id != chosen.Id && entry.Use == chosen.Use && !(province is not null && chosen.Province == province) && !others.Contains(entry.Id))
                others.Add(entry.Id);
        var use = chosen.Use == PlaceUse.Place && governs && chosen.Level == PlaceLevel.Country ? PlaceUse.Government : chosen.Use == PlaceUse.Government && !governs && isAt ? PlaceUse.Place : chosen.Use;
        return new PlaceMention(tokens[start].Start, tokens[end - 1].End, chosen.Id, chosen.Name, use, others, within);
    }

    // X in Y; X, Y
    private string? Container(TokenList tokens, int at, out string? province)
    {
        province = null;
        if (at + 1 >= tokens.Count)
            return null;
        var next = tokens[at].IsMark(',') ? at + 1 : tokens[at].Kind == TokenKind.Word && tokens[at].Length == 2 && gazetteer.RoleOf(tokens[at]) == "at" ? at + 1 : -1;
        if (next < 0 || tokens[next].Kind == TokenKind.Mark || tokens[next].Word == 0 || gazetteer.Find(tokens, next, _container) == 0)
            return null;
        foreach (var entry in _container)
        {
            if (entry.Level is not (PlaceLevel.Province or PlaceLevel.Country) || entry.Use != PlaceUse.Place)
                continue;
            province = entry.Province ?? entry.Name;
            return entry.Id;
        }

        return null;
    }
}
