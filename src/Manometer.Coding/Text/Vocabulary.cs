namespace Manometer.Coding;

/// <summary>Numbers for the words the lexica know, upper and lower case alike. Looked up by the hash the scanner has made on its way, so an unknown word costs one probe.</summary>
internal sealed class Vocabulary
{
    private const uint Seed = 2166136261;

    private readonly List<string> _words = [""];
    private int[] _slots = new int[1 << 12];
    private uint[] _hashes = new uint[1 << 12];

    /// <summary>Words known, the empty one (number 0) included.</summary>
    public int Count => _words.Count;

    public string this[int word] => _words[word];

    /// <summary>The number of a word; a new one when it was unknown.</summary>
    public int Add(string word)
    {
        var hash = Seed;
        foreach (var unit in word)
            hash = Mix(hash, unit);
        if (Find(word, hash) is var known and not 0)
            return known;
        if (4 * _words.Count > _slots.Length)
            Grow();
        _words.Add(Fold(word));
        Place(_words.Count - 1, hash);
        return _words.Count - 1;
    }

    /// <summary>The number of a word, 0 when it is unknown.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var unit in word)
            hash = Mix(hash, unit);
        return Find(word, hash);
    }

    /// <summary>The number of a word whose hash is known, 0 when the word is not.</summary>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        for (var at = Spread(hash) & mask; _slots[at] != 0; at = at + 1 & mask)
            if (_hashes[at] == hash && Same(word, _words[_slots[at]]))
                return _slots[at];
        return 0;
    }

    public static uint Start => Seed;

    public static uint Mix(uint hash, char unit) => unchecked((hash ^ Fold(unit)) * 16777619u);

    public static char Fold(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => (char)(unit | 0x20),
        < '\u0080' => unit,
        '\u2019' => '\'',
        _ => char.ToLowerInvariant(unit),
    };

    private static uint Spread(uint hash) => unchecked((hash ^ hash >> 15) * 0x9E3779B1u) >> 8;

    private static string Fold(string word) => string.Create(word.Length, word, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = Fold(from[i]);
    });

    private static bool Same(ReadOnlySpan<char> word, string known)
    {
        if (word.Length != known.Length)
            return false;
        for (var i = 0; i < known.Length; i++)
            if (Fold(word[i]) != known[i])
                return false;
        return true;
    }

    private void Place(int word, uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        var at = Spread(hash) & mask;
        while (_slots[at] != 0)
            at = at + 1 & mask;
        _slots[at] = word;
        _hashes[at] = hash;
    }

    private void Grow()
    {
        var (slots, hashes) = (_slots, _hashes);
        _slots = new int[2 * slots.Length];
        _hashes = new uint[2 * slots.Length];
        for (var i = 0; i < slots.Length; i++)
            if (slots[i] != 0)
                Place(slots[i], hashes[i]);
    }
}
