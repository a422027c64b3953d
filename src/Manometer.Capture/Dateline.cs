using System.Text.RegularExpressions;

namespace Manometer.Capture;

/// <summary>
/// The date in a dateline: a line near the head of a text that begins with a place and a whole date ("Caracas, 12 February 2020.", "PORT SUDAN, May 3, 2019 (Agency) -"), or a short one that ends with it
/// ("Weekly note of the Zenda Monitor, 9 December 2003", "Date: 2003-12-09"). A day without a year is left alone: which year it was would be a guess.
/// </summary>
internal static partial class Dateline
{
    private const int Head = 2000; // characters in which a dateline may stand
    private const int Lines = 6;
    private const int Longest = 160;
    private const int MostWords = 8; // before the date of a line that ends with it; a longer one is a sentence

    /// <summary>What the first dateline of a text says of the day, as written; null where there is none.</summary>
    public static string? Of(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, Head)).EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            if (++lines > Lines)
                return null;
            var start = line.Trim();
            if (Form().Match(start[..Math.Min(start.Length, Longest)].ToString()) is { Success: true } found)
                return found.Groups["date"].Value;
            if (start.Length <= Longest && Last().Match(start.ToString()) is { Success: true } last && last.Groups["before"].ValueSpan.Count(' ') <= MostWords)
                return last.Groups["date"].Value;
        }

        return null;
    }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}'’.-]*\ ?){1,4}(?:,\ (?:\p{Lu}[\p{L}'’.-]*\ ?){1,3})?,\ (?<date>\d{1,2}\ [A-Z][a-z]{2,8}\.?,?\ \d{4}|[A-Z][a-z]{2,8}\.?\ \d{1,2},?\ \d{4})\s*(?:$|[.:;(–—-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    // what stands before the date ends with a comma, or is a label
    [GeneratedRegex(@"^[*_#>\s]*(?<before>(?:[\p{Lu}\d][^,;:!?]*,\ ){0,3}|(?:[Dd]ate|[Pp]ublished|[Pp]osted|[Ww]ritten|DATE)(?:\ on)?:?\ )(?<date>\d{1,2}\ [A-Z][a-z]{2,8}\.?,?\ \d{4}|[A-Z][a-z]{2,8}\.?\ \d{1,2},?\ \d{4}|\d{4}-\d{2}-\d{2})\s*[*_.)]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Last();
}
