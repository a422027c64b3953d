namespace Manometer.Coding;

/// <summary>Is a text English? What is not is not read: words that look like cues mean other things there.</summary>
internal static class EnglishText
{
    private const int Few = 30; // words below which nothing can be told
    private const double Least = 0.12; // share of the small words of English; running English has a third and more, other languages a twentieth

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "in", "is", "that", "for", "was", "with", "as", "by", "at", "from", "it", "has", "have", "are", "were", "be", "been", "but", "not", "or", "an", "this", "which", "had", "its", "their", "they", "he", "she", "his", "her", "we", "you", "said", "would", "than", "after", "because", "about", "there",
    };

    /// <summary>English, or too short to be told.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var lookup = Small.GetAlternateLookup<ReadOnlySpan<char>>();
        var (words, small) = (0, 0);
        for (var at = 0; at < text.Length && words < 2_000;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            words++;
            small += end - at <= 7 && lookup.Contains(text[at..end]) ? 1 : 0;
            at = end;
        }

        return words < Few || small >= Least * words;
    }
}
