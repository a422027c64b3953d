using System.Globalization;
using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>The verdict and the index in sentences and in the coordinates of their drawings. No number is computed here that is not a place on paper.</summary>
internal static class VerdictWords
{
    public const int Width = 640;
    public const int Height = 150;

    public static string Bite(BiteVerdict bite) => EstimativeLint.Checked(bite.Probability is { } p
        ? $"Did the measures bite? {Say.Sentence(bite.Word)}: {Say.Percent(bite.Low, bite.High)}, with {Say.Percent(p)} at the case's own priors"
        : $"Did the measures bite? {Say.Sentence(bite.Word)}");

    public static string Index(PressureIndex index)
    {
        var clear = index.Rows.Where(row => row.Sector is not null && row.Month == index.Rows[^1].Month).ToList();
        var (up, down) = (clear.Count(row => row.Low90 > 0), clear.Count(row => row.High90 < 0));
        return $"In the last month {Say.Count(up, "sector stands", "sectors stand")} above the baseline, {Say.Count(down, "one below", "below")} and {Say.Whole(clear.Count - up - down)} cannot be told from it, at 90 %";
    }

    public static string Fragile(Verdict verdict)
    {
        var words = verdict.LeaveOneOut.Count(left => left.Word != verdict.Bite.Word);
        var reach = verdict.LeaveOneOut.Where(left => left.Probability is not null).Select(left => left.Probability!.Value).DefaultIfEmpty(0).ToList();
        return words == 0
            ? $"No single source of those tried changes the word; the probability at the case's priors moves between {Say.Percent(reach.Min(), reach.Max())}"
            : $"{Say.Count(words, "part of the record changes", "parts of the record change")} the word when left out";
    }

    public static string Outcome(Verdict verdict) =>
        string.Join(", ", verdict.Outcome.Select(one => $"{one.Purpose} {Say.Percent(one.Effective)}")) + (verdict.Outcome.All(one => one.Basis == "base-rate") ? ": how often such measures were effective elsewhere, which nothing in this case has moved" : "");

    /// <summary>Points of the curve of one probability over the months.</summary>
    public static string Line(IReadOnlyList<VerdictMonth> curve, Func<VerdictMonth, double> value) =>
        string.Join(' ', curve.Select((month, i) => Point(i, curve.Count, value(month), 0, 1)));

    /// <summary>A band: forth along its upper edge, back along its lower.</summary>
    public static string Band(IReadOnlyList<VerdictMonth> curve) =>
        string.Join(' ', curve.Select((month, i) => Point(i, curve.Count, month.High, 0, 1)).Concat(curve.Select((month, i) => Point(i, curve.Count, month.Low, 0, 1)).Reverse()));

    public static string Band(IReadOnlyList<PressureRow> rows, Func<PressureRow, double> low, Func<PressureRow, double> high, double bottom, double top) =>
        string.Join(' ', rows.Select((row, i) => Point(i, rows.Count, high(row), bottom, top)).Concat(rows.Select((row, i) => Point(i, rows.Count, low(row), bottom, top)).Reverse()));

    public static string Line(IReadOnlyList<PressureRow> rows, double bottom, double top) => string.Join(' ', rows.Select((row, i) => Point(i, rows.Count, row.Mean, bottom, top)));

    public static string Y(double value, double bottom, double top) => Number(Height - 8 - (value - bottom) / (top - bottom) * (Height - 16));

    private static string Point(int i, int count, double value, double bottom, double top) => $"{Number(8 + (double)i / Math.Max(1, count - 1) * (Width - 16))},{Y(value, bottom, top)}";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
