using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Log odds that two observations of one sector and indicator tell of the same happening, and what they are made of.</summary>
/// <param name="Place">Same place 2 (a whole country 1); one within the other -0.5.</param>
/// <param name="Time">Six times the share of the longer date that the shorter covers, less 5; 3 less where both are periods of more than two months and not the same one.</param>
/// <param name="Direction">-0.5 where they point opposite ways, -0.25 where one says no change.</param>
/// <param name="Amount">1.5 where numbers of one unit are within a fifth of each other, else -0.5.</param>
/// <param name="Words">Three times the cosine of the summaries.</param>
internal readonly record struct EventScore(double Place, double Time, double Direction, double Amount, double Words)
{
    /// <summary>Same sector and indicator 3, less 4 that two reports are of different things unless something speaks for it.</summary>
    public const double Bias = -1;

    private const int Period = 62;

    /// <summary>Log odds where they are alone.</summary>
    public double LogOdds => Bias + Place + Time + Direction + Amount + Words;

    /// <summary>What is taken off where others of that sector, indicator, time and place are told of, by how many: among much talk two reports are less likely of one thing.</summary>
    public static double Crowd(int others) => others > 1 ? Elementary.Log(others) : 0;

    /// <summary>The score; null where they cannot be one: other sector or indicator, dates apart, or places neither of which holds the other.</summary>
    public static EventScore? Of(EventFacts one, EventFacts other)
    {
        if (one.Observation.Sector != other.Observation.Sector || one.Observation.Indicator != other.Observation.Indicator)
            return null;
        if (one.First is null || other.First is null || Math.Max(one.First.Value, other.First.Value) > Math.Min(one.Last!.Value, other.Last!.Value) || Near(one.Place, other.Place) is not { } place)
            return null;
        var (shorter, longer) = (Math.Min(one.Days, other.Days), Math.Max(one.Days, other.Days));
        var covered = Math.Min(one.Last!.Value, other.Last!.Value) - Math.Max(one.First.Value, other.First.Value) + 1;
        var share = Math.Min(shorter == EventFacts.Point ? EventFacts.Point : covered, shorter) / (double)longer;
        return new EventScore(
            place,
            6 * share - 5 - (share < 0.9 && shorter > Period ? 3 : 0),
            ByDirection(one.Observation.Direction, other.Observation.Direction),
            ByAmount(one.Observation.Magnitude, other.Observation.Magnitude),
            3 * one.Words.Cosine(other.Words));
    }

    /// <summary>Of one's place and the other's; null where neither holds the other.</summary>
    internal static double? Near(Place? one, Place? other)
    {
        const double Within = -0.5;
        if (one is null && other is null)
            return 0;
        if (one is null || other is null)
            return Within;
        if (one.Id == other.Id)
            return one.Level == PlaceLevel.Country ? 1 : 2;
        return Holds(one, other) || Holds(other, one) ? Within : null;
    }

    private static bool Holds(Place wide, Place narrow) => wide.Level switch
    {
        PlaceLevel.Country => narrow.Level != PlaceLevel.Country && wide.Countries.Intersect(narrow.Countries, StringComparer.Ordinal).Any(),
        PlaceLevel.Province => narrow.Level != PlaceLevel.Country && narrow.Level != PlaceLevel.Province && narrow.Province is { } province && (province == wide.Province || province == wide.Name),
        _ => false,
    };

    private static double ByDirection(Direction one, Direction other) => one == other ? 0 : one == Model.Direction.None || other == Model.Direction.None ? -0.25 : -0.5;

    private static double ByAmount(Magnitude? one, Magnitude? other)
    {
        if (one is not { Value: { } left, Unit: { } unit } || other is not { Value: { } right, Unit: { } otherUnit } || unit != otherUnit)
            return 0;
        return Math.Abs(left - right) <= 0.2 * Math.Max(Math.Abs(left), Math.Abs(right)) ? 1.5 : -0.5;
    }
}
