using System.Globalization;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The month axis of an assessment.</summary>
internal static class Months
{
    /// <summary>Months an observation may spread over and still count in each; a coarser date counts in totals only.</summary>
    public const int Widest = 3;

    /// <summary>Every month of the period up to the date, <c>yyyy-MM</c>. An open start or end of the period is taken from the observations.</summary>
    public static IReadOnlyList<string> Of(Edtf period, DateOnly asOf, IReadOnlyList<KnownRecord.Coded> observations)
    {
        var first = period.FirstDay ?? observations.Min(coded => coded.Observation.When.FirstDay) ?? asOf;
        var last = period.LastDay is { } end && end < asOf ? end : asOf;
        var months = new List<string>();
        for (var index = Index(first); index <= Index(last); index++)
            months.Add(Name(index));
        return months;
    }

    /// <summary>Months since year 0.</summary>
    public static int Index(DateOnly day) => day.Year * 12 + day.Month - 1;

    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"{index / 12:0000}-{index % 12 + 1:00}");

    /// <summary>First and last day a date allows; an open end counts as the start, an open start as the end. Null where both are open.</summary>
    public static (DateOnly From, DateOnly To)? Days(Edtf when) => (when.FirstDay ?? when.LastDay) is { } from && (when.LastDay ?? when.FirstDay) is { } to ? (from, to) : null;

    /// <summary>Do two dates share a day, by <see cref="Days"/>?</summary>
    public static bool Overlap(Edtf one, Edtf other) => Days(one) is var (from, to) && Days(other) is var (start, end) && from <= end && start <= to;

    /// <summary>The months an observation counts in: all it may have happened in by <see cref="Days"/>, if they are at most <see cref="Widest"/>.</summary>
    public static IReadOnlyList<string> Of(Edtf when)
    {
        if (Days(when) is not var (from, to) || Index(to) - Index(from) >= Widest)
            return [];
        var months = new string[Index(to) - Index(from) + 1];
        for (var i = 0; i < months.Length; i++)
            months[i] = Name(Index(from) + i);
        return months;
    }

    /// <summary>Months from one day to another, in fractions of a month of 30.4375 days.</summary>
    public static double Between(DateOnly from, DateOnly to) => Math.Round((to.DayNumber - from.DayNumber) / 30.4375, 1);
}
