namespace Manometer.Capture;

/// <summary>The language of a text by its script and its small words: a guess for a column, not a finding.</summary>
internal static class LanguageGuess
{
    private const int LookedAt = 20_000;
    private const double FewestSmallWords = 0.08; // of the words; running text has twice that

    private static readonly (string Tag, HashSet<string> Words)[] Small =
    [
        ("en", ["the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "by", "from", "has", "have", "its"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "une", "est", "dans", "que", "qui", "pour", "sur", "au", "aux", "par"]),
        ("de", ["der", "die", "und", "das", "den", "von", "ist", "mit", "dem", "nicht", "ein", "eine", "auf", "im", "zu", "des"]),
        ("es", ["el", "los", "las", "del", "que", "y", "una", "por", "con", "para", "se", "su", "al", "es", "como", "en"]),
        ("pt", ["o", "os", "as", "do", "da", "dos", "das", "uma", "em", "para", "com", "por", "que", "no", "na", "ao"]),
    ];

    /// <summary>A language tag; null when the text is too short or none fits.</summary>
    public static string? Of(string text)
    {
        var seen = text.AsSpan(0, Math.Min(text.Length, LookedAt));
        int hangul = 0, kana = 0, han = 0, cyrillic = 0, ukrainian = 0, arabic = 0, persian = 0, hebrew = 0, latin = 0;
        foreach (var letter in seen)
            switch (letter)
            {
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F'):
                    latin++;
                    break;
                case (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF'):
                    hangul++;
                    break;
                case >= '\u3041' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\u3400' and <= '\u9FFF':
                    han++;
                    break;
                case >= '\u0400' and <= '\u04FF':
                    cyrillic++;
                    ukrainian += letter is '\u0456' or '\u0457' or '\u0454' or '\u0491' ? 1 : 0;
                    break;
                case (>= '\u0600' and <= '\u06FF') or (>= '\uFB50' and <= '\uFDFF'):
                    arabic++;
                    persian += letter is '\u067E' or '\u0686' or '\u0698' or '\u06AF' or '\u06CC' or '\u06A9' ? 1 : 0;
                    break;
                case >= '\u0590' and <= '\u05FF':
                    hebrew++;
                    break;
            }

        var most = Math.Max(Math.Max(Math.Max(hangul, kana + han), Math.Max(cyrillic, arabic)), Math.Max(hebrew, latin));
        if (most < 10)
            return null;
        if (most == latin)
            return OfLatin(seen);
        return most == hangul ? "ko" : most == kana + han ? kana * 10 > han ? "ja" : "zh" : most == cyrillic ? ukrainian * 50 > cyrillic ? "uk" : "ru" : most == arabic ? persian * 50 > arabic ? "fa" : "ar" : "he";
    }

    private static string? OfLatin(ReadOnlySpan<char> text)
    {
        var counts = new int[Small.Length];
        var words = 0;
        foreach (var range in text.SplitAny(" \n\r\t.,;:!?()\"'"))
        {
            var word = text[range];
            if (word.Length is 0 or > 12)
                continue;
            words++;
            if (word.Length > 4)
                continue;
            var lower = word.ToString().ToLowerInvariant();
            for (var i = 0; i < Small.Length; i++)
                counts[i] += Small[i].Words.Contains(lower) ? 1 : 0;
        }

        var best = Array.IndexOf(counts, counts.Max());
        return words >= 8 && counts[best] >= FewestSmallWords * words ? Small[best].Tag : null;
    }
}
