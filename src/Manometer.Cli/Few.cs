namespace Manometer.Cli;

/// <summary>The first few of many names, for one line.</summary>
internal static class Few
{
    private const int Most = 5;

    /// <summary>The first five, with a sign that there are more.</summary>
    public static string Of(IReadOnlyList<string> all) => string.Join(", ", all.Take(Most)) + (all.Count > Most ? ", ..." : "");
}
