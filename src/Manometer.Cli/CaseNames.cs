using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>The names a case gives to what its tables know by an id; an id without a name stands for itself.</summary>
internal sealed class CaseNames(Case @case)
{
    private readonly Dictionary<string, string> _sectors = @case.Taxonomy.Sectors.ToDictionary(term => term.Id, term => term.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _groups = @case.Taxonomy.Groups.ToDictionary(term => term.Id, term => term.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _places = @case.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.Name, StringComparer.Ordinal);

    /// <summary>What a row of the index is of: a sector, a place, a group, or everything.</summary>
    public string Line(PressureRow row) =>
        row.Sector is { } sector ? _sectors.GetValueOrDefault(sector, sector)
        : row.Place is { } place ? _places.GetValueOrDefault(place, place)
        : row.Group is { } group ? _groups.GetValueOrDefault(group, group)
        : "All";
}
