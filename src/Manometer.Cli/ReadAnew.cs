using Manometer.Cases;
using Manometer.Coding;

namespace Manometer.Cli;

/// <summary>Accepted rows whose passage is now read with another date, as after the date of their report was corrected: nothing changes them by itself.</summary>
internal static class ReadAnew
{
    /// <summary>Tells of them, and how they are taken back.</summary>
    public static void Tell(string folder)
    {
        var accepted = new Dictionary<string, ReviewDecision>(StringComparer.Ordinal);
        foreach (var decision in ReviewDecision.Standing(ReviewLedger.Lines(folder, ReviewLedger.DecisionsFile).Select(Parsed).OfType<ReviewDecision>()))
            if (decision.Verdict == ReviewVerdict.Accept && !decision.Changed.Contains("when"))
                accepted[decision.Key] = decision;
        if (accepted.Count == 0)
            return;
        var other = new List<string>();
        foreach (var item in ReviewLedger.Lines(folder, ReviewLedger.ProposalsFile).Select(ReviewItem.Parse))
            if (accepted.TryGetValue(item.Key, out var decision) && WhenOf(decision) is { } before && item.Draft["when"] is { Length: > 0 } now && before != now)
                other.Add($"{decision.Observation} ({before}, now {now}; u {item.Key})");
        if (other.Count == 0)
            return;
        Console.Out.WriteLine($"{(other.Count == 1 ? "1 accepted row is" : $"{other.Count} accepted rows are")} read with another date now and stand{(other.Count == 1 ? "s" : "")} as accepted: {Few.Of(other)}. To accept anew, take back in review.");
    }

    private static string? WhenOf(ReviewDecision decision) => decision.Row.FirstOrDefault(cell => cell.Key == "when").Value;

    private static ReviewDecision? Parsed(string line)
    {
        try
        {
            return ReviewDecision.Parse(line);
        }
        catch (FormatException)
        {
            return null; // review tells of it
        }
    }
}
