using System.Globalization;
using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Finds observations of different reports that contradict each other: within one happening, or on one sector, indicator and place at one time.</summary>
internal static class Disputes
{
    /// <summary>Share of the greater by which two numbers may differ and still agree.</summary>
    private const double Agreement = 0.2;

    public static IReadOnlyList<Dispute> Find(KnownRecord known)
    {
        var found = new List<Dispute>();
        var told = known.Observations.Where(coded => coded.Observation.Kind is ObservationKind.Level or ObservationKind.Change && coded.Observation.Polarity is Polarity.Asserted or Polarity.Negated).ToList();
        foreach (var group in told.GroupBy(coded => (coded.Observation.Sector, coded.Observation.Indicator)))
        {
            var own = group.OrderBy(coded => coded.Report.Published.LastDay).ThenBy(coded => coded.Observation.Id, StringComparer.Ordinal).ToList();
            for (var i = 0; i < own.Count; i++)
                for (var j = i + 1; j < own.Count; j++)
                    if (Of(own[i], own[j]) is { } dispute)
                        found.Add(dispute);
        }

        return [.. found.OrderBy(dispute => Array.IndexOf(Order, dispute.Kind)).ThenBy(dispute => dispute.One, StringComparer.Ordinal).ThenBy(dispute => dispute.Other, StringComparer.Ordinal)];
    }

    private static readonly string[] Order = ["by-or-to", "direction", "amount", "denial", "no-change", "cause", "date"];

    private static Dispute? Of(KnownRecord.Coded one, KnownRecord.Coded other)
    {
        if (one.Report.Id == other.Report.Id)
            return null;
        var together = one.Event is not null && one.Event == other.Event;
        var overlap = Months.Overlap(one.Observation.When, other.Observation.When);
        if (!together && !(overlap && one.Observation.Place == other.Observation.Place))
            return null;
        var (left, right) = (one.Observation, other.Observation);
        return left.Polarity != right.Polarity && left.Direction == right.Direction ? Made("denial", $"{left.Id} and {right.Id}: one says that it happened, the other that it did not")
            : Numbers(left, right) is var (kind, text) && together ? Made(kind, text)
            : left.Polarity != right.Polarity ? null
            : Opposite(left.Direction, right.Direction) && overlap && (together || Alike(left.When, right.When)) ? Made("direction", $"{Word.Of(left.Direction)} against {Word.Of(right.Direction)}")
            : together && overlap && left.Direction != right.Direction ? Made("no-change", $"{Said(left.Direction)} against {Said(right.Direction)}")
            : together && Denied(left) != Denied(right) && (Tied(left) || Tied(right)) ? Made("cause", "one lays it to the sanctions, the other says that they are not the cause")
            : together && !overlap && left.Magnitude is { Value: not null } amount && amount == right.Magnitude ? Made("date", $"the same change, dated {left.When} and {right.When}")
            : together && Before(one, other) is { } known ? Made("date", known)
            : together && Before(other, one) is { } earlier ? Made("date", earlier)
            : null;

        Dispute Made(string kind, string text) => new()
        {
            Kind = kind,
            One = left.Id,
            Other = right.Id,
            Event = together ? one.Event : null,
            SameOrigin = one.Origin == other.Origin,
            Text = text,
        };
    }

    /// <summary>Was the one report published before the other says that the change began? Then one of the two dates is wrong, or they are two happenings. A state may well be told of again later.</summary>
    private static string? Before(KnownRecord.Coded one, KnownRecord.Coded other) =>
        one.Observation.Kind == ObservationKind.Change && other.Observation.Kind == ObservationKind.Change && one.Report.Published.LastDay is { } published && other.Observation.When.FirstDay is { } began && published < began
            ? string.Create(CultureInfo.InvariantCulture, $"{one.Observation.Id} was published by {published:yyyy-MM-dd}, before {other.Observation.Id} says that it happened ({other.Observation.When})")
            : null;

    private static (string Kind, string Text)? Numbers(Observation left, Observation right)
    {
        if (left.Magnitude is not { Value: { } one, Unit: { } unit } || right.Magnitude is not { Value: { } other } || right.Magnitude?.Unit != unit || Math.Abs(one - other) <= Agreement * Math.Max(Math.Abs(one), Math.Abs(other)))
            return null;
        var text = string.Create(CultureInfo.InvariantCulture, $"{one} against {other} {unit}");
        return unit == "percent" && ChangeReading.Confused(one, other)
            ? ("by-or-to", text + ": the two are what one number gives when it is read as the difference, and as the end")
            : ("amount", text);
    }

    private static bool Opposite(Direction one, Direction other) => (one, other) is (Direction.Up, Direction.Down) or (Direction.Down, Direction.Up);

    private static string Said(Direction direction) => direction == Direction.None ? "no change" : Word.Of(direction);

    private static bool Denied(Observation observation) => observation is { Grade: AttributionGrade.Denied } or { Attribution: Attribution.OtherCause };

    private static bool Tied(Observation observation) => observation is { Attribution: Attribution.Sanctions, Grade: not AttributionGrade.Denied };

    /// <summary>Are the dates for the most part the same? A month and the year around it may well go opposite ways.</summary>
    private static bool Alike(Edtf one, Edtf other)
    {
        var (from, to) = (Later(one.FirstDay, other.FirstDay), Earlier(one.LastDay, other.LastDay));
        var (start, end) = (Earlier(one.FirstDay, other.FirstDay), Later(one.LastDay, other.LastDay));
        return from is { } a && to is { } b && start is { } c && end is { } d && (b.DayNumber - a.DayNumber + 1) * 3 > (d.DayNumber - c.DayNumber + 1) * 2;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one > other ? one : other;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one < other ? one : other;
}
