using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Which measures an observation may have to do with: those its report names, and those in force that aim at its sector and began at most so many months before.</summary>
internal sealed class MeasureMatching
{
    private readonly Dictionary<string, List<(Measure Measure, DateOnly Start)>> _bySector = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Measure Measure, DateOnly Start)> _byId = new(StringComparer.Ordinal);
    private readonly List<(Measure Measure, DateOnly Start)> _broad = [];
    private readonly int _maxLagMonths;

    public MeasureMatching(IReadOnlyList<Measure> measures, int maxLagMonths)
    {
        _maxLagMonths = maxLagMonths;
        foreach (var measure in measures)
        {
            if (StartOf(measure) is not { } start)
                continue;
            _byId.TryAdd(measure.Id, (measure, start));
            if (measure.Status == MeasureStatus.Disputed)
                continue;
            foreach (var sector in measure.Sectors)
                if (sector == "all")
                    _broad.Add((measure, start));
                else if (_bySector.TryGetValue(sector, out var list))
                    list.Add((measure, start));
                else
                    _bySector.Add(sector, [(measure, start)]);
        }
    }

    /// <summary>First day a measure binds: its effective date, else its adoption.</summary>
    public static DateOnly? StartOf(Measure measure) => measure.Effective?.FirstDay ?? measure.Adopted.FirstDay;

    /// <summary>Matches in order of lag, the report's own first. A disputed measure is matched only when the report names it; an act or context is matched only with what its report names.</summary>
    public IReadOnlyList<MeasureMatch> Of(Observation observation)
    {
        if (observation.When.FirstDay is not { } day)
            return [];
        var matches = new List<MeasureMatch>();
        foreach (var id in observation.Measures)
            if (_byId.TryGetValue(id, out var named))
                matches.Add(Match(named.Measure, named.Start, day, stated: true));
        var stated = matches.Count;
        if (observation.Kind is ObservationKind.Level or ObservationKind.Change)
        {
            if (_bySector.TryGetValue(observation.Sector, out var aimed))
                AddNear(aimed);
            AddNear(_broad);
        }

        matches.Sort(0, stated, ByLag.Instance);
        matches.Sort(stated, matches.Count - stated, ByLag.Instance);
        return matches;

        void AddNear(List<(Measure Measure, DateOnly Start)> candidates)
        {
            foreach (var (measure, start) in candidates)
                if (start <= day && start.AddMonths(_maxLagMonths) >= day && !observation.Measures.Contains(measure.Id))
                    matches.Add(Match(measure, start, day, stated: false));
        }
    }

    private static MeasureMatch Match(Measure measure, DateOnly start, DateOnly day, bool stated) => new()
    {
        Measure = measure.Id,
        LagMonths = Months.Between(start, day),
        Stated = stated,
        Broad = measure.Sectors.Contains("all"),
    };

    private sealed class ByLag : IComparer<MeasureMatch>
    {
        public static ByLag Instance { get; } = new();

        public int Compare(MeasureMatch? left, MeasureMatch? right)
        {
            var byLag = left!.LagMonths.CompareTo(right!.LagMonths);
            return byLag != 0 ? byLag : string.CompareOrdinal(left.Measure, right.Measure);
        }
    }
}
