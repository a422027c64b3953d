namespace Manometer.Statistics;

/// <summary>Names of codes as programs print them: <c>CovariateMissing</c> is <c>COVARIATE_MISSING</c>.</summary>
internal static class CodeText
{
    public static string Of<T>(T word) where T : struct, Enum =>
        string.Concat(word.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
