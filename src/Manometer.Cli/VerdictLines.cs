using System.Globalization;
using Manometer.Assessment;

namespace Manometer.Cli;

/// <summary>The verdict in six lines, and with all that it rests on.</summary>
internal static class VerdictLines
{
    /// <param name="verdict">The verdict.</param>
    /// <param name="output">Where to.</param>
    /// <param name="folder">The case, for the command that tells more.</param>
    /// <param name="whole">With all it rests on.</param>
    /// <param name="describe">An observation in a line; null where it is not known.</param>
    /// <param name="source">Name of a source.</param>
    public static void Print(Verdict verdict, TextWriter output, string folder, bool whole, Func<string, string?> describe, Func<string, string> source)
    {
        foreach (var line in Six(verdict, folder, describe, source))
            output.WriteLine(EstimativeLint.Checked(line));
        if (!whole)
        {
            foreach (var notice in GraveNotices.Of(verdict))
                output.WriteLine($"Mind          {notice.Text}");
            if (verdict.Bite.Probability is not null)
                output.WriteLine($"This is a quick look, with one lag of the effect. All lags, false dates and the observations that carry it: ./manometer verdict {folder}");
            return;
        }

        output.WriteLine();
        foreach (var story in verdict.Hypotheses)
            output.WriteLine(Text($"  {story.Id,-3} {story.Name,-24} prior {story.Prior:0.00}  now {story.Probability:0.000}  over the set {story.Low:0.000} to {story.High:0.000}  stacked {story.Stacked:0.00}"));
        if (verdict.PlaceboRank is { } rank)
        {
            output.WriteLine();
            output.WriteLine(Text($"False dates: with all measures moved together by {rank.FirstShift:+0;-0} to {rank.LastShift:+0;-0} months, {rank.AsGood} of {rank.Shifts} shifts fit the record at least as well as the true dates (p = {rank.PValue:0.00}; ln Bayes factor at the true ones {rank.LogBayesFactor:+0.00;-0.00})."));
        }

        if (verdict.TargetPlacebos is { } targets)
            output.WriteLine(Text($"False targets: with the sectors that all measures aim at exchanged for others at random, {targets.AsGood} of {targets.Assignments} assignments fit at least as well as the true ones (p = {targets.PValue:0.00})."));
        foreach (var control in verdict.Controls)
            output.WriteLine(control is { Mean: { } mean, Low95: { } low, High95: { } high }
                ? Text($"Control {control.Id}: as though the measures aimed at it, {mean:+0.00;-0.00} logits ({low:+0.00;-0.00} to {high:+0.00;-0.00} at 95 %) from {Faults.Plural(control.Reports, "observation")} against {control.Compared}: {(control.CoversZero == true ? "holds 0, as it should" : "does not hold 0")}.")
                : Text($"Control {control.Id}: {Faults.Plural(control.Reports, "observation")} against {control.Compared}; too few."));
        if (verdict.LeaveOneOut.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Without (what, observations it holds, probability that they bite at the priors, range over the set, word)");
            foreach (var left in verdict.LeaveOneOut)
                output.WriteLine(Text($"  {left.Kind,-7} {left.Id,-28} {left.Reports,4}  {(left.Probability is { } p ? p.ToString("0.000", CultureInfo.InvariantCulture) : "  -  ")}  {left.Low:0.00} to {left.High:0.00}  {left.Word}"));
        }

        if (verdict.Wanted.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("What to look for next, by expected bits");
            foreach (var wanted in verdict.Wanted.Take(8))
                output.WriteLine(Text($"  {wanted.Bits:0.0000}  {wanted.Sector}, {wanted.Month}, from {source(wanted.Source)}"));
        }

        output.WriteLine();
        foreach (var warning in verdict.Warnings)
            output.WriteLine($"{warning.Code}: {warning.Text}");
    }

    /// <summary>Bite, outcome, contribution, what flips it, what it can notice, and whether it foretells.</summary>
    private static IEnumerable<string> Six(Verdict verdict, string folder, Func<string, string?> describe, Func<string, string> source)
    {
        var bite = verdict.Bite;
        yield return bite.Probability is { } p
            ? Text($"Bite          {bite.Word}: {Percent(p)} under {(bite.PriorsStated ? "the case's priors" : "the usual priors, as the case states none")}; {Percent(bite.Low)} to {Percent(bite.High)} over other priors and weaker readings of the evidence{(bite.WithSelection ? ", and were reporting to grow or fall with the pressure" : "")}")
            : $"Bite          {bite.Word}";
        yield return $"Outcome       {Outcome(verdict)}";
        yield return $"Contribution  {Contribution(verdict.Contribution)}";
        yield return $"What flips it {Flip(verdict, folder, describe, source)}";
        yield return $"Power         {verdict.Power?.Text ?? "no statement: nothing was estimated"}";
        yield return $"Foretelling   {verdict.Baselines?.Text ?? "no later reports to foretell"}";
    }

    private static string Outcome(Verdict verdict)
    {
        var (entered, rates) = (verdict.Outcome.Where(one => one.Basis == "analysts").ToList(), verdict.Outcome.Where(one => one.Basis == "base-rate").ToList());
        List<string> parts = [.. entered.Select(one => Text($"{one.Purpose}{(one.Objective is { } objective ? $" ({objective})" : "")} {Percent(one.Effective)}{(one is { Analysts.Count: > 1, Low: { } low, High: { } high } ? Text($" ({Percent(low)} to {Percent(high)})") : "")} effective by {(one.Analysts.Count == 1 ? one.Analysts[0].Analyst : Faults.Plural(one.Analysts.Count, "analyst"))}, {Percent(one.BaseRate)} in the field"))];
        if (rates.Count > 0)
            parts.Add(Text($"{string.Join(", ", rates.Select(one => Text($"{one.Purpose} {Percent(one.Effective)}")))} effective (the share of UN sanctions episodes that were, by the Targeted Sanctions Consortium; nothing in this case has moved it)"));
        return string.Join("; ", parts);
    }

    private static string Contribution(ContributionVerdict contribution) => (contribution.Probabilities, contribution.HseSuccess) switch
    {
        (null, _) => "nobody has entered what the measures added to other pressure, so no score is formed",
        ({ } shares, { } success) => Text($"substantial or decisive {Percent(shares[2] + shares[3])} by {(contribution.Analysts.Count == 1 ? contribution.Analysts[0].Analyst : Faults.Plural(contribution.Analysts.Count, "analyst"))}; result times contribution reaches 9 of 16 with {Percent(success)}"),
        ({ } shares, null) => Text($"substantial or decisive {Percent(shares[2] + shares[3])} by {(contribution.Analysts.Count == 1 ? contribution.Analysts[0].Analyst : Faults.Plural(contribution.Analysts.Count, "analyst"))}; nobody appraised what coercion as a whole came to, so no score is formed"),
    };

    private static string Flip(Verdict verdict, string folder, Func<string, string?> describe, Func<string, string> source)
    {
        var lever = Lever.Of(verdict) is { } found
            ? Text($"without {(found.Left.Kind == "source" ? source(found.Left.Id) : found.Left.Id)} ({Faults.Plural(found.Left.Reports, "observation")}) it would be {Percent(found.Left.Probability!.Value)} at the same priors{(found.Left.Word == verdict.Bite.PlainWord ? "" : $", \"{found.Left.Word}\"")}")
            : null;
        return verdict.FlipSet switch
        {
            null => verdict.Bite.Probability is null ? "there is no verdict to flip" : lever ?? $"no part is large enough to be left out here; single observations: ./manometer verdict {folder}",
            { Observations.Count: 0 } none => $"no set of up to 12 observations changes \"{none.From}\"{Behind(lever)}",
            { } set => Text($"{(set.Smallest ? "" : "at most ")}{Faults.Plural(set.Observations.Count, "observation")}: without {(set.Observations.Count == 1 ? "it" : "them")} {(set.Of == "base" ? "the word at the case's priors alone, which is no verdict, goes from " : "")}\"{set.From}\" {(set.Of == "base" ? "to" : "becomes")} \"{set.To}\"{Chance(verdict, set)}{Behind(lever)}") + string.Concat(set.Observations.Select(id => $"\n              {id}  {describe(id)}")),
        };
    }

    private static string Behind(string? lever) => lever is null ? "" : "; " + lever;

    private static string Chance(Verdict verdict, FlipSet set) => verdict.Bite.Probability is { } with && set.Probability is { } without
        ? $" ({Percent(with)} to {Percent(without)}: {(set.Observations.Count == 1 ? "it speaks" : "they speak")} {(without > with ? "against the stories that bite" : "for the stories that bite")})"
        : "";

    private static string Percent(double share) => share is > 0 and < 0.01 ? "< 1 %" : share is < 1 and > 0.99 ? "> 99 %" : Figures.Percent(share);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
