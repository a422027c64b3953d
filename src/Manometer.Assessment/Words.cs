using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The words of the tables for the values of the types: <c>OtherCause</c> is written <c>other-cause</c>.</summary>
internal static class Words
{
    /// <summary>A value as the tables write it: lower case, parts joined by hyphens.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Spelling<T>.Of(value);

    /// <summary>How a report ties what it says to the sanctions, in one word.</summary>
    public static string Tie(Observation observation) => (observation.Attribution, observation.Grade) switch
    {
        (Attribution.None, _) => "none",
        (_, AttributionGrade.Denied) when observation.Attribution == Attribution.Sanctions => "denied",
        (Attribution.OtherCause, _) => "other-cause",
        (_, AttributionGrade.Inferred) => "inferred",
        (_, AttributionGrade.Concurrent) => "concurrent",
        _ => "asserted",
    };

    private static class Spelling<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Known = Enum.GetValues<T>().ToDictionary(value => value, value => Hyphenate(value.ToString()));

        public static string Of(T value) => Known[value];

        private static string Hyphenate(string name) =>
            string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
    }
}
