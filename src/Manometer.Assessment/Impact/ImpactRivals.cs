using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Rival causes that fell on the time of a row and bear on its series.</summary>
internal static class ImpactRivals
{
    private const int LeadMonths = 3;

    /// <summary>Those that name the series, its panel or its sector, or all sectors, and share a day with the time from three months before the date to the last value after it.</summary>
    public static IReadOnlyList<Rival> Of(IReadOnlyList<Rival> rivals, Series series, DateOnly start, DateOnly until) =>
        [.. rivals.Where(rival => Bears(rival, series) && (rival.When.FirstDay is not { } first || first <= until) && (rival.When.LastDay is not { } last || last >= start.AddMonths(-LeadMonths)))];

    private static bool Bears(Rival rival, Series series) =>
        rival.Series.Contains(series.Name) || (series.Panel is not null && rival.Series.Contains(series.Panel))
        || rival.Sectors.Contains("all") || (series.Sector is not null && rival.Sectors.Contains(series.Sector));
}
