using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Sector by month.</summary>
internal static class CellBalances
{
    public static IReadOnlyList<CellBalance> Of(IReadOnlyList<AssessedObservation> views, Taxonomy taxonomy)
    {
        var cells = new Dictionary<(string Sector, string Month), List<AssessedObservation>>();
        foreach (var view in views)
            foreach (var month in view.Months)
                if (cells.TryGetValue((view.Sector, month), out var list))
                    list.Add(view);
                else
                    cells.Add((view.Sector, month), [view]);
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sector in taxonomy.Sectors)
            order.TryAdd(sector.Id, order.Count);
        return [.. cells
            .OrderBy(cell => order.GetValueOrDefault(cell.Key.Sector, int.MaxValue))
            .ThenBy(cell => cell.Key.Month, StringComparer.Ordinal)
            .Select(cell => new CellBalance
            {
                Sector = cell.Key.Sector,
                Month = cell.Key.Month,
                Balance = Balances.OfAny(cell.Value),
                Observations = [.. cell.Value.Select(view => view.Id)],
            })];
    }
}
