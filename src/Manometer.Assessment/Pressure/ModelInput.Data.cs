using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

internal sealed partial class ModelInput
{
    private OrdinalData Build(List<Draft> drafts, PlaceMembers places, int months, int baselineMonths, KnownRecord known)
    {
        var sourceAt = Sources.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var eventAt = Numbers(drafts.Select(draft => draft.Coded.Event));
        var originAt = Origins(drafts);
        foreach (var sector in Sectors)
            Cell(sector, null, null);
        var reports = new List<OrdinalReport>(drafts.Count);
        var told = new HashSet<(string, string, string, int, PressureStep)>();
        foreach (var draft in drafts)
        {
            var observation = draft.Coded.Observation;
            var cell = Cell(observation.Sector, places.Of(observation.Place), observation.Group);
            var copy = draft.Coded.Event is { } happening && !told.Add((happening, draft.Coded.Origin, observation.Indicator, cell, draft.Step));
            reports.Add(new OrdinalReport(cell, draft.Month, draft.Step.Lowest, draft.Step.Highest, sourceAt[draft.Source])
            {
                Span = draft.Span,
                Event = draft.Coded.Event is { } name ? eventAt[name] : -1,
                Origin = originAt.GetValueOrDefault(draft.Coded.Origin, -1),
                Published = draft.Published,
                Odds = draft.Odds,
                Weight = copy ? 0 : 1,
            });
        }

        var rows = Series.Rows.Select(row => new OrdinalSeries(row.Id, [new CellWeight(Cell(row.Sector, null, null), 1)], row.Points)).ToList();
        OrdinalFamily[] families = [Places.Count > 0 ? new("place", Places.Count) : Groups.Count > 0 ? new("group", Groups.Count) : new("sector", Math.Max(1, Sectors.Count))];
        return new OrdinalData
        {
            Months = months,
            Families = families,
            Cells = [.. _cells.OrderBy(pair => pair.Value).Select(pair => OrdinalCell.Of(pair.Key.Member))],
            Sources = [.. Sources.Select(id => new OrdinalSource(ReliabilityOf(LetterOf(id, known))))],
            Reports = reports,
            Series = rows,
            Interventions = Measures.On(_cellSector),
            BaselineFirst = 0,
            BaselineMonths = baselineMonths,
        };
    }

    private static Admiralty.Reliability LetterOf(string source, KnownRecord known) =>
        source.StartsWith(Others, StringComparison.Ordinal) ? Enum.Parse<Admiralty.Reliability>(source.AsSpan(Others.Length)) : known.Sources[source].Reliability;

    /// <summary>The cell of an observation: its member of the family, and the sector where the measures tell it from others.</summary>
    private int Cell(string sector, string? place, string? group)
    {
        var member = Sectors.Count > 0 ? At(Sectors, sector) : Places.Count > 0 ? At(Places, place) : Groups.Count > 0 ? At(Groups, group) : -1;
        var key = (member, Measures.Aims(sector) ? sector : null);
        if (_cells.TryGetValue(key, out var cell))
            return cell;
        _cells.Add(key, _cellSector.Count);
        _cellSector.Add(Sectors.Count > 0 && member >= 0 ? sector : key.Item2);
        return _cellSector.Count - 1;
    }

    private static int At(IReadOnlyList<string> names, string? name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i;
        return -1;
    }

    private static Dictionary<string, int> Numbers(IEnumerable<string?> names) =>
        names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

    /// <summary>Numbers of the origins. One that is exactly a source of the model has none: the source's lean is what its reports share.</summary>
    private static Dictionary<string, int> Origins(List<Draft> drafts)
    {
        var sourcesOf = drafts.ToLookup(draft => draft.Coded.Origin, draft => draft.Source, StringComparer.Ordinal);
        var originsOf = drafts.ToLookup(draft => draft.Source, draft => draft.Coded.Origin, StringComparer.Ordinal);
        return Numbers(sourcesOf.Where(origin => origin.Count() > 1 && !(origin.Distinct(StringComparer.Ordinal).ToList() is [var only] && originsOf[only].All(other => other == origin.Key))).Select(origin => origin.Key));
    }

    /// <summary>The lines of the index: the whole, every sector, place and group. A place or group is the mean of its cells, weighted by their reports.</summary>
    public IReadOnlyList<ModelLine> Lines()
    {
        var lines = new List<ModelLine>();
        if (Data is not { } data)
            return lines;
        var byCell = data.Reports.Where(report => report.Weight > 0).CountBy(report => report.Cell).ToDictionary();
        if (Places.Count == 0 && Groups.Count == 0)
            lines.Add(Weighted("all", "all", _ => true));
        foreach (var (member, id) in Sectors.Concat(Places).Concat(Groups).Index())
            lines.Add(Weighted(Sectors.Count > 0 ? "sector" : Places.Count > 0 ? "place" : "group", id, cell => data.Cells[cell].Members[0] == member));
        return [.. lines.Where(line => line.Line.Cells.Count > 0)];

        ModelLine Weighted(string of, string id, Func<int, bool> within)
        {
            var cells = byCell.Where(pair => within(pair.Key)).OrderBy(pair => pair.Key).ToList();
            var total = (double)cells.Sum(pair => pair.Value);
            return new ModelLine(of, id, new OrdinalLine(id, [.. cells.Select(pair => new CellWeight(pair.Key, pair.Value / total))]), report => within(report.Cell));
        }
    }
}
