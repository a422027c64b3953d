using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Where the record is silent, and on how little it rests where it is not.</summary>
internal static class Coverages
{
    public static Coverage Of(Taxonomy taxonomy, KnownRecord known, IReadOnlyList<AssessedObservation> views, IReadOnlyList<string> months, IReadOnlyList<CellBalance> cells, IReadOnlyList<AssessedSource> sources)
    {
        var heardMonths = views.SelectMany(view => view.Months).ToHashSet(StringComparer.Ordinal);
        var heardSectors = views.Select(view => view.Sector).ToHashSet(StringComparer.Ordinal);
        var stepped = views.Where(view => view.Step is not null).ToList();
        var counted = cells.Where(cell => cell.Balance is not null).ToList();
        var selector = sources.Where(source => source.Selected > 0).MaxBy(source => source.Selected)?.Id;
        return new Coverage
        {
            Months = months.Count,
            SilentMonths = [.. months.Where(month => !heardMonths.Contains(month))],
            SilentSectors = [.. taxonomy.Sectors.Where(sector => !heardSectors.Contains(sector.Id)).Select(sector => sector.Id)],
            CountryOnlyShare = Share(views.Count(view => view.Place is null || known.Levels.GetValueOrDefault(view.Place) is PlaceLevel.Country or PlaceLevel.Line), views.Count),
            SingleOriginCells = Share(counted.Count(cell => cell.Balance!.Origins == 1), counted.Count),
            SelectedShare = selector is null ? 0 : Share(stepped.Count(view => view.Selector == selector || view.Source == selector), stepped.Count),
            MainSelector = selector,
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
