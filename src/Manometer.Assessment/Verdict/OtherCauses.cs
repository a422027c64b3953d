using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Dated pushes from causes other than the measures: the rivals the case declares; without any, one on everything at the start of every half-year.</summary>
internal static class OtherCauses
{
    private const int HalfYear = 6;

    public static IReadOnlyList<OrdinalShock> Of(Case @case, ModelInput input)
    {
        var data = input.Data!;
        var shocks = new List<OrdinalShock>();
        foreach (var rival in @case.Rivals)
        {
            if (rival.Pressure == 0 || rival.Sectors.Count == 0 || rival.When.FirstDay is not { } from)
                continue;
            var start = Months.Index(from) - input.FirstMonth;
            var end = rival.When.LastDay is { } to && !rival.When.IsOpenAtEnd ? Months.Index(to) - input.FirstMonth : int.MaxValue;
            var targets = rival.Sectors.Contains("all") ? [] : Enumerable.Range(0, data.Cells.Count).Where(cell => input.CellSectors[cell] is { } sector && rival.Sectors.Contains(sector)).Select(cell => new CellWeight(cell, 1)).ToList();
            if (start >= data.Months || end < 0 || (targets.Count == 0 && !rival.Sectors.Contains("all")))
                continue;
            shocks.Add(new OrdinalShock(rival.Id, Math.Max(0, start), targets, end == int.MaxValue ? double.PositiveInfinity : Math.Max(3, end - start + 1)));
        }

        if (shocks.Count > 0)
            return shocks;
        for (var month = HalfYear; month < data.Months; month += HalfYear)
            shocks.Add(new OrdinalShock(input.MonthNames[month], month, [], HalfYear));
        return shocks;
    }
}
