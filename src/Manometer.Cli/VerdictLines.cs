using System.Globalization;
using Manometer.Assessment;

namespace Manometer.Cli;

/// <summary>The verdict in six lines, and with all that it rests on.</summary>
internal static class VerdictLines
{
    public static void Print(Verdict verdict, TextWriter output, bool whole)
    {
        foreach (var line in Six(verdict))
            output.WriteLine(EstimativeLint.Checked(line));
        if (!whole)
            return;
        output.WriteLine();
        foreach (var story in verdict.Hypotheses)
            output.WriteLine(Text($"  {story.Id,-3} {story.Name,-24} prior {story.Prior:0.00}  now {story.Probability:0.000}  over the set {story.Low:0.000} to {story.High:0.000}"));
        if (verdict.PlaceboRank is { } rank)
        {
            output.WriteLine();
            output.WriteLine(Text($"False dates: with all measures moved together by {rank.FirstShift:+0;-0} to {rank.LastShift:+0;-0} months, {rank.AsGood} of {rank.Shifts} shifts fit the record at least as well as the true dates (p = {rank.PValue:0.00}; ln Bayes factor at the true ones {rank.LogBayesFactor:+0.00;-0.00})."));
        }

        if (verdict.LeaveOneOut.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Without");
            foreach (var left in verdict.LeaveOneOut)
                output.WriteLine(Text($"  {left.Kind,-7} {left.Id,-28} {left.Reports,4}  {(left.Probability is { } p ? p.ToString("0.000", CultureInfo.InvariantCulture) : "  -  ")}  {left.Low:0.00} to {left.High:0.00}  {left.Word}"));
        }

        if (verdict.Wanted.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("What to look for next, by expected bits");
            foreach (var wanted in verdict.Wanted.Take(8))
                output.WriteLine(Text($"  {wanted.Bits:0.0000}  {wanted.Sector}, {wanted.Month}, from {wanted.Source}"));
        }

        output.WriteLine();
        foreach (var warning in verdict.Warnings)
            output.WriteLine($"{warning.Code}: {warning.Text}");
    }

    /// <summary>Bite, outcome, contribution, what flips it, what it can notice, and whether it foretells.</summary>
    private static IEnumerable<string> Six(Verdict verdict)
    {
        var bite = verdict.Bite;
        yield return bite.Probability is { } p
            ? Text($"Bite          {bite.Word}: {Percent(p)} under the case's priors, {Percent(bite.Low)} to {Percent(bite.High)} over priors and temperings")
            : $"Bite          {bite.Word}";
        yield return $"Outcome       {string.Join(", ", verdict.Outcome.Select(one => Text($"{one.Purpose} {Percent(one.Effective)}")))} effective ({(verdict.Outcome.Any(one => one.Basis == "analysts") ? "analysts' entries" : "rates of the field, which nothing here has moved")})";
        yield return $"Contribution  {(verdict.Contribution.HseSuccess is { } success ? Text($"result times contribution reaches 9 of 16 with {Percent(success)}") : "not entered by anybody")}";
        yield return $"What flips it {Flip(verdict)}";
        yield return $"Power         {verdict.Power?.Text ?? "no statement: nothing was estimated"}";
        yield return $"Foretelling   {verdict.Baselines?.Text ?? "no later reports to foretell"}";
    }

    private static string Flip(Verdict verdict) => verdict.FlipSet switch
    {
        null => verdict.Bite.Probability is null ? "there is no verdict to flip" : "not looked for here; run: ./manometer verdict CASE",
        { Observations.Count: 0 } none => $"no set of up to 12 observations changes \"{none.From}\"",
        { } set => Text($"{(set.Smallest ? "" : "at most ")}{Faults.Plural(set.Observations.Count, "observation")} ({string.Join(", ", set.Observations)}): without {(set.Observations.Count == 1 ? "it" : "them")} \"{set.From}\" becomes \"{set.To}\"{(set.Of == "base" ? " at the case's priors" : "")}"),
    };

    private static string Percent(double share) => share is > 0 and < 0.01 ? "< 1 %" : share is < 1 and > 0.99 ? "> 99 %" : Figures.Percent(share);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
