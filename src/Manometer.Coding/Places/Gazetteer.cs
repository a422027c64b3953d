using System.Globalization;
using System.Text;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>Names of places: those of a case, with their variants and native names, and the countries of <c>countries.csv</c>.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<int, List<PlaceEntry>> _byFirst = [];
    private readonly Dictionary<int, string> _words = [];
    private readonly Vocabulary _vocabulary;
    private readonly TokenList _scratch = new();
    private readonly HashSet<int> _times;
    private readonly int _the;
    private readonly HashSet<int> _particles;

    public Gazetteer(Vocabulary vocabulary, IReadOnlyList<Place> places)
    {
        _vocabulary = vocabulary;
        _the = vocabulary.Add("the");
        _particles = [.. ((string[])["de", "del", "du", "des", "do", "da", "al", "el", "la"]).Select(vocabulary.Add)];
        _times = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.DayNames).Concat(["Easter", "Christmas", "Ramadan", "Spring", "Summer", "Autumn", "Winter", "Parliament", "Congress"]).Where(name => name.Length > 0).Select(vocabulary.Add)];
        var suffixes = LexiconFile.Rows("placesuffixes.csv").Select(row => row[0]).ToArray();
        foreach (var row in LexiconFile.Rows("placewords.csv"))
            _words[vocabulary.Add(row[0])] = row[1];
        foreach (var place in places)
        {
            foreach (var name in (string[])[place.Name, .. place.Variants, .. place.Native])
            {
                // "Kangwon (North)" and "Andong (old)" are names with a remark; "(metonym)" is one that stands for the government
                var bracket = name.IndexOf(" (", StringComparison.Ordinal);
                var bare = bracket < 0 ? name : name[..bracket];
                var use = bracket >= 0 && name.Contains("metonym", StringComparison.Ordinal) ? PlaceUse.Government : PlaceUse.Place;
                if (place.Level == PlaceLevel.Seat && name != place.Name)
                    continue; // an institution, not its seat
                Add(bare, place.Id, place.Name, place.Level, place.Province, place.Countries, use, true);
                if (Plain(bare) is var plain && plain != bare)
                    Add(plain, place.Id, place.Name, place.Level, place.Province, place.Countries, use, true);
                foreach (var suffix in suffixes)
                    if (place.Level is not PlaceLevel.Country and not PlaceLevel.Line && bare.Length > 2 && bare[0] < 0x2E80 && !bare.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                        Add(suffix[0] == '-' ? bare + suffix : bare + " " + suffix, place.Id, place.Name, place.Level, place.Province, place.Countries, use, true);
            }
        }

        var countryOf = places.Where(place => place is { Level: PlaceLevel.Country, Countries.Count: 1 }).GroupBy(place => place.Countries[0]).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var row in LexiconFile.Rows("countries.csv"))
        {
            var code = row[0].ToUpperInvariant();
            var (id, name) = countryOf.TryGetValue(code, out var own) ? (own.Id, own.Name) : (row[0], row[1]);
            Add(row[1], id, name, PlaceLevel.Country, null, [code], PlaceUse.Place, own is not null);
            foreach (var variant in Split(row[2]))
                Add(variant, id, name, PlaceLevel.Country, null, [code], PlaceUse.Place, own is not null);
            foreach (var adjective in Split(row[3]))
                Add(adjective, id, name, PlaceLevel.Country, null, [code], PlaceUse.Adjective, own is not null);
            foreach (var capital in Split(row[4]))
                Add(capital, id, name, PlaceLevel.Country, null, [code], PlaceUse.Government, own is not null);
        }

        foreach (var (word, list) in _byFirst)
            _byFirst[word] = [.. list.OrderByDescending(entry => entry.Tokens.Length).ThenBy(entry => !entry.FromCase)];
    }

    /// <summary>All places whose name begins at a token, those of the longest name only.</summary>
    public int Find(TokenList tokens, int at, List<PlaceEntry> found)
    {
        found.Clear();
        var key = Key(tokens[at]);
        if (key == 0 || !_byFirst.TryGetValue(key, out var entries))
            return 0;
        if (tokens[at].Kind == TokenKind.Word && !tokens[at].Is(TokenFlags.Capital))
            return 0;
        var length = 0;
        foreach (var entry in entries)
        {
            if (length > 0 && entry.Tokens.Length < length)
                break;
            if (at + entry.Tokens.Length > tokens.Count)
                continue;
            var same = true;
            for (var i = 1; same && i < entry.Tokens.Length; i++)
                same = Key(tokens[at + i]) == entry.Tokens[i];
            if (!same)
                continue;
            length = entry.Tokens.Length;
            found.Add(entry);
        }

        return length;
    }

    public string RoleOf(in Token token) => token.Kind == TokenKind.Word && _words.TryGetValue(token.Word, out var role) ? role : "";

    /// <summary>Is it the name of a month, a day, a feast or a house of politics, which a place is not?</summary>
    public bool IsTime(in Token token) => _times.Contains(token.Word);

    public bool IsThe(in Token token) => token.Word == _the;

    /// <summary>Does it join the parts of a name: Pinar del Río, Rio de la Plata?</summary>
    public bool IsParticle(in Token token) => _particles.Contains(token.Word) && token.Word != 0;

    private void Add(string name, string id, string label, PlaceLevel level, string? province, IReadOnlyList<string> countries, PlaceUse use, bool fromCase)
    {
        if (name.Length == 0)
            return;
        // every word of the name gets a number
        Scanner.Scan(name, _vocabulary, _scratch);
        foreach (ref readonly var token in _scratch.Span)
            if (token.Kind is TokenKind.Word or TokenKind.Ideograph && token.Word == 0)
                _vocabulary.Add(name[token.Start..token.End]);

        Scanner.Scan(name, _vocabulary, _scratch);
        var keys = new int[_scratch.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Key(_scratch[i]);
        if (keys.Length == 0 || keys[0] == 0)
            return;
        if (!_byFirst.TryGetValue(keys[0], out var list))
            _byFirst[keys[0]] = list = [];
        if (!list.Exists(entry => entry.Id == id && entry.Use == use && entry.Tokens.AsSpan().SequenceEqual(keys)))
            list.Add(new PlaceEntry(keys, id, label, level, province, countries, use, fromCase));
    }

    private static int Key(in Token token) => token.Kind switch
    {
        TokenKind.Mark => (char)token.Word == '\u2019' ? -'\'' : -token.Word,
        TokenKind.Number => 0,
        _ => token.Word,
    };

    private static string[] Split(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    // without diacritics and apostrophes
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var unit in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && unit is not ('\'' or '\u2019'))
                plain.Append(unit);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
