namespace Manometer.Statistics;

/// <summary>Names of codes as programs print them: <c>PreFitBad</c> is <c>PRE_FIT_BAD</c>.</summary>
internal static class Codes
{
    public static string Of<T>(T word) where T : struct, Enum =>
        string.Concat(word.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
