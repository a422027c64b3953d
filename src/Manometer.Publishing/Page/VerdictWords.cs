using System.Globalization;
using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>The verdict and the index in sentences and in the coordinates of their drawings. No number is computed here that is not a place on paper.</summary>
internal static class VerdictWords
{
    public const int Width = 640;
    public const int Height = 150;

    public static string Bite(BiteVerdict bite) => EstimativeLint.Checked(bite.Probability is { } p
        ? $"Did the measures bite? {Say.Sentence(bite.Word)}: {Say.Percent(bite.Low, bite.High)}, with {Say.Percent(p)} at {(bite.PriorsStated ? "the case's own priors" : "the usual priors (the case states none)")}"
        : $"Did the measures bite? {Say.Sentence(bite.Word)}");

    public static string Index(PressureIndex index)
    {
        var clear = index.Rows.Where(row => row.Sector is not null && row.Month == index.Rows[^1].Month).ToList();
        var (up, down) = (clear.Count(row => row.Low90 > 0), clear.Count(row => row.High90 < 0));
        return $"In the last month {Say.Count(up, "sector stands", "sectors stand")} above the baseline, {Say.Count(down, "one below", "below")} and {Say.Whole(clear.Count - up - down)} cannot be told from it, at 90 %";
    }

    public static string Fragile(Verdict verdict, Func<LeaveOut, string> name)
    {
        var words = verdict.LeaveOneOut.Count(left => left.Kind != "reading" && left.Word != verdict.Bite.PlainWord);
        if (words > 0)
            return $"{Say.Count(words, "part of the record changes", "parts of the record change")} the word when left out";
        return Lever.Of(verdict) is { IsLarge: true } lever
            ? $"Much hangs on one {lever.Left.Kind}: without {name(lever.Left)} the probability that they bite is {Chance(lever.Left.Probability!.Value)}, with it {Say.Percent(lever.With)}"
            : "No single part of the record of those tried moves the verdict by much";
    }

    /// <summary>What carries the verdict, for the first screen; null where nothing was left out.</summary>
    public static string? Carries(Verdict verdict, Func<LeaveOut, string> name) => Lever.Of(verdict) is { } lever
        ? $"Without {name(lever.Left)} ({Say.Count(lever.Left.Reports, "observation")}) the probability that they bite would be {Chance(lever.Left.Probability!.Value)} at the same priors, instead of {Say.Percent(lever.With)}: the largest change by leaving out one {lever.Left.Kind} of those tried."
        : null;

    /// <summary>A probability that is not 0 is never printed as 0.</summary>
    public static string Chance(double probability) => probability is > 0 and < 0.01 ? Say.Text("less than 1 %") : Say.Percent(probability);

    public static string Outcome(Verdict verdict)
    {
        var (entered, rates) = (verdict.Outcome.Where(one => one.Basis == "analysts").ToList(), verdict.Outcome.Where(one => one.Basis == "base-rate").ToList());
        List<string> parts =
        [
            .. entered.Select(one => $"{one.Purpose}{(one.Objective is { } objective ? $" ({objective})" : "")}: {(one.Analysts.Count == 1 ? one.Analysts[0].Analyst : Say.Few(one.Analysts.Count, "analyst"))} {(one.Analysts.Count == 1 ? "gives" : "give")} {Chance(one.Effective)} to mostly or wholly reached{(one is { Analysts.Count: > 1, Low: { } low, High: { } high } ? $", from {Chance(low)} to {Chance(high)}" : "")} (the field: {Say.Percent(one.BaseRate)})"),
        ];
        if (rates.Count > 0)
            parts.Add(string.Join(", ", rates.Select(one => $"{one.Purpose} {Say.Percent(one.Effective)}")) + " of sanctions episodes of the United Nations were effective so (Targeted Sanctions Consortium); nothing in this case has moved " + (rates.Count == 1 ? "this rate" : "these rates"));
        return string.Join("; ", parts);
    }

    /// <summary>Did an analyst enter anything on outcome or contribution?</summary>
    public static bool IsAppraised(Verdict verdict) => verdict.Contribution.Analysts.Count > 0 || verdict.Outcome.Any(one => one.Analysts.Count > 0);

    /// <summary>The heading of the section on outcome.</summary>
    public static string Appraised(Verdict verdict)
    {
        var analysts = verdict.Outcome.SelectMany(one => one.Analysts).Concat(verdict.Contribution.Analysts).Select(by => by.Analyst).Distinct(StringComparer.Ordinal).Count();
        var apart = verdict.Outcome.Where(one => one is { Low: not null, High: not null }).MaxBy(one => one.High - one.Low);
        var split = apart is { Analysts.Count: > 1, Low: { } low, High: { } high } && high - low >= 0.1 ? $"; they differ most on {apart.Purpose}, {Say.Percent(low, high)}" : "";
        return $"{Say.Sentence(Say.Few(analysts, "analyst"))} {(analysts == 1 ? "has" : "have")} entered what came of the measures{split}";
    }

    /// <summary>Points of the curve of one probability over the months.</summary>
    public static string Line(IReadOnlyList<VerdictMonth> curve, Func<VerdictMonth, double> value) =>
        string.Join(' ', curve.Select((month, i) => Point(i, curve.Count, value(month), 0, 1)));

    /// <summary>A band: forth along its upper edge, back along its lower.</summary>
    public static string Band(IReadOnlyList<VerdictMonth> curve) =>
        string.Join(' ', curve.Select((month, i) => Point(i, curve.Count, month.High, 0, 1)).Concat(curve.Select((month, i) => Point(i, curve.Count, month.Low, 0, 1)).Reverse()));

    public static string Band(IReadOnlyList<PressureRow> rows, Func<PressureRow, double> low, Func<PressureRow, double> high, double bottom, double top) =>
        string.Join(' ', rows.Select((row, i) => Point(i, rows.Count, high(row), bottom, top)).Concat(rows.Select((row, i) => Point(i, rows.Count, low(row), bottom, top)).Reverse()));

    public static string Line(IReadOnlyList<PressureRow> rows, Func<PressureRow, double> value, double bottom, double top) => string.Join(' ', rows.Select((row, i) => Point(i, rows.Count, Math.Clamp(value(row), bottom, top), bottom, top)));

    /// <summary>A short stroke at the foot of each month with a report.</summary>
    public static string Marks(IReadOnlyList<PressureRow> rows) =>
        string.Concat(rows.Select((row, i) => row.Origins > 0 ? $"M{X(i, rows.Count)},{Height - 7}V{Height}" : ""));

    public static string Y(double value, double bottom, double top) => Number(Height - 8 - (value - bottom) / (top - bottom) * (Height - 16));

    private static string Point(int i, int count, double value, double bottom, double top) => $"{X(i, count)},{Y(value, bottom, top)}";

    private static string X(int i, int count) => Number(8 + (double)i / Math.Max(1, count - 1) * (Width - 16));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
