namespace Manometer.Coding;

/// <summary>What the forms of an English word have in common, so that what is learned of one holds of the others: "close", "closed" and "closing" are <c>clos</c>.</summary>
/// <remarks>Endings of inflection alone (Harman 1991, with the past and the participle): no meaning is folded away, and a wrong stem only makes two words one feature.</remarks>
internal static class Stem
{
    private const int Least = 3; // letters a stem keeps

    /// <param name="word">In small letters.</param>
    public static string Of(string word)
    {
        var stem = Plain(word);
        return stem.Length > Least && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    /// <summary>Forms a word may be met in beside its own, all of its stem.</summary>
    public static IEnumerable<string> Forms(string word)
    {
        var stem = Of(word);
        return ((string[])[stem, stem + "e", stem + "s", stem + "es", stem + "ed", stem + "ing", stem + stem[^1] + "ed", stem + stem[^1] + "ing", stem.TrimEnd('y') + "ies", stem.TrimEnd('y') + "ied"]).Where(form => form != word && Of(form) == stem);
    }

    private static string Plain(string word)
    {
        if (word.Length <= Least || word[^1] is < 'a' or > 'z')
            return word;
        return word switch
        {
            [.., 'i', 'e', 's'] or [.., 'i', 'e', 'd'] => word[..^3] + "y",
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] or [.., 'e', 'e', 'd'] => word,
            [.., 's' or 'x' or 'h', 'e', 's'] => word[..^2],
            [.., 's'] => word[..^1],
            [.., 'e', 'd'] when HasVowel(word[..^2]) => Single(word[..^2]),
            [.., 'i', 'n', 'g'] when HasVowel(word[..^3]) => Single(word[..^3]),
            _ => word,
        };
    }

    private static bool HasVowel(string start) => start.Length >= Least && start.Any(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y');

    // "stopped" is of "stop", "falling" of "fall"
    private static string Single(string start) => start is [.., var before, var last] && before == last && last is not ('l' or 's' or 'z' or 'e') && start.Length > Least ? start[..^1] : start;
}
