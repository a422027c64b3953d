namespace Manometer.Model;

/// <summary>The words the tables use for the values of the types: <see cref="Attribution.OtherCause"/> is written <c>other-cause</c>.</summary>
public static class Word
{
    /// <summary>A value as the tables write it: lower case, parts joined by hyphens; a grade A to F stays a capital letter.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Spelling<T>.Of(value);

    /// <summary>All words of a type, in order of its values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Spelling<T>.Words;

    /// <summary>Reads a word; false, and the default value, when it is none of the type's.</summary>
    public static bool TryParse<T>(ReadOnlySpan<char> text, out T value)
        where T : struct, Enum => Spelling<T>.TryParse(text, out value);

    private static class Spelling<T>
        where T : struct, Enum
    {
        private static readonly T[] Values = Enum.GetValues<T>();

        public static readonly string[] Words = [.. Values.Select(value => Hyphenate(value.ToString()))];

        public static string Of(T value) => Words[Array.IndexOf(Values, value)];

        public static bool TryParse(ReadOnlySpan<char> text, out T value)
        {
            for (var i = 0; i < Words.Length; i++)
                if (text.SequenceEqual(Words[i]))
                {
                    value = Values[i];
                    return true;
                }

            value = default;
            return false;
        }

        private static string Hyphenate(string name) => name.Length == 1
            ? name
            : string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
    }
}
