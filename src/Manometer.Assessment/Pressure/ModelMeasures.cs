using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Measures as interventions: at most twelve, each with the share of the whole package that it is on every sector it aims at.</summary>
/// <remarks>
/// The effect that is estimated is that of the whole package on a sector it aims at: a sector aimed at by n measures receives 1/n of it with each, so that a sector is not worse off in advance because
/// several acts repeat one ban. Measures that aim at every sector alike tell no sector from another; they enter only where there are no others. A measure starts at the end of its wind-down.
/// </remarks>
internal sealed class ModelMeasures
{
    public const int Most = 12;

    private readonly List<(Measure Measure, double Start)> _measures = [];
    private readonly Dictionary<string, int> _perSector = new(StringComparer.Ordinal);
    private readonly bool _broad;

    public ModelMeasures(IReadOnlyList<Measure> measures, int firstMonth, int months)
    {
        var within = new List<(Measure Measure, double Start)>();
        foreach (var measure in measures)
            if (measure.Status is not (MeasureStatus.Disputed or MeasureStatus.Statement) && measure.Effect == MeasureEffect.Tightens && measure.Sectors.Count > 0 && Start(measure) is { } day
                && MonthOf(day, firstMonth) is var start && start > 0 && start < months)
                within.Add((measure, start));
        within.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Measure.Id, b.Measure.Id));
        var narrow = within.Where(one => !one.Measure.Sectors.Contains("all")).ToList();
        _broad = narrow.Count == 0;
        _measures = _broad ? within : narrow;
        Broad = _broad ? 0 : within.Count - narrow.Count;
        foreach (var (measure, _) in _measures)
            foreach (var sector in measure.Sectors.Distinct(StringComparer.Ordinal))
                _perSector[sector] = _perSector.GetValueOrDefault(sector) + 1;
    }

    /// <summary>Measures left out because they aim at every sector alike.</summary>
    public int Broad { get; }

    /// <summary>Number of measures that enter.</summary>
    public int Count => _measures.Count;

    public bool Aims(string sector) => _broad ? _measures.Count > 0 : _perSector.ContainsKey(sector);

    /// <summary>The measures as interventions on cells; those of one quarter (half-year, year ...) are taken together until there are at most twelve.</summary>
    /// <param name="sectors">Sector of every cell; null for a cell without.</param>
    public IReadOnlyList<OrdinalIntervention> On(IReadOnlyList<string?> sectors)
    {
        foreach (var width in (int[])[3, 6, 12, 24, 1200])
        {
            var groups = _measures.GroupBy(one => (int)one.Start / width).ToList();
            if (groups.Count > Most)
                continue;
            return [.. groups.Select(group => new OrdinalIntervention(
                string.Join(" ", group.Select(one => one.Measure.Id)),
                group.Min(one => one.Start),
                [.. Enumerable.Range(0, sectors.Count).Select(cell => new CellWeight(cell, group.Sum(one => Share(one.Measure, sectors[cell])))).Where(weight => weight.Weight > 0)]))
                .Where(one => one.Targets.Count > 0)];
        }

        return [];
    }

    private double Share(Measure measure, string? sector)
    {
        if (_broad)
            return 1.0 / _measures.Count;
        return sector is not null && measure.Sectors.Contains(sector) ? 1.0 / _perSector[sector] : 0;
    }

    private static DateOnly? Start(Measure measure) => measure.WinddownEnd?.LastDay ?? MeasureMatching.StartOf(measure);

    private static double MonthOf(DateOnly day, int firstMonth) => Months.Index(day) - firstMonth + (day.Day - 1) / (double)DateTime.DaysInMonth(day.Year, day.Month);
}
