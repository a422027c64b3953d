using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Observations grouped by the happening they tell of: by what coders wrote, by what was decided on pairs, and by the odds of the rest.</summary>
/// <remarks>
/// Grouping is a pure function of the observations and the decisions that stand, so a merge or a split is undone by withdrawing its decision, in any order with others. One more observation touches only the groups it might belong to.
/// </remarks>
internal sealed class EventClusters
{
    /// <summary>Months a date may span and its observation still be compared.</summary>
    private const int Widest = 24;

    // log odds of pairs that are not kept
    private const double Strangers = -4;

    private readonly List<EventFacts> _facts = [];
    private readonly List<List<(int Other, EventScore Score)>> _pairs = [];
    private readonly Dictionary<(string Sector, string Indicator, int Month), List<int>> _byMonth = [];
    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places;
    private readonly SummaryWords _words;
    private readonly ILookup<string, Link> _links;
    private readonly List<List<(int Other, EventScore Score)>> _later = [];
    private readonly List<int> _crowd = [];
    private readonly List<int> _group = [];
    private readonly Dictionary<int, List<int>> _members = [];

    /// <param name="places">The gazetteer.</param>
    /// <param name="words">Words of the summaries, to weigh theirs by how rare they are.</param>
    /// <param name="links">Decisions; those on events that stand are used.</param>
    public EventClusters(IReadOnlyList<Place> places, SummaryWords words, IEnumerable<Link> links)
    {
        _places = places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, StringComparer.Ordinal);
        _words = words;
        _links = links.Where(link => link.Kind == LinkKind.Event && link.Withdrawn is null)
            .SelectMany(link => new[] { (link.One, link), (link.Other, link) })
            .ToLookup(pair => pair.Item1, pair => pair.link, StringComparer.Ordinal);
    }

    /// <summary>All observations at once.</summary>
    public static EventClusters Of(IReadOnlyList<KnownRecord.Coded> observations, IReadOnlyList<Place> places, IEnumerable<Link> links)
    {
        var clusters = new EventClusters(places, new SummaryWords(observations.Select(coded => coded.Observation.Summary)), links);
        foreach (var coded in observations)
            clusters.Enter(coded.Observation, coded.Report.Published.LastDay);
        var done = new bool[observations.Count];
        for (var number = 0; number < done.Length; number++)
            if (!done[number])
                foreach (var member in clusters.Regroup(number))
                    done[member] = true;
        return clusters;
    }

    /// <summary>Adds one observation and groups anew what it might belong to.</summary>
    public void Add(Observation observation, DateOnly? published)
    {
        var touched = Enter(observation, published);
        var done = new HashSet<int>(Regroup(_facts.Count - 1));
        foreach (var number in touched)
            if (!done.Contains(number))
                done.UnionWith(Regroup(number));
    }

    public int Count => _facts.Count;

    /// <summary>The observations that tell of the same happening as this one, itself among them, in the order they were added.</summary>
    public IReadOnlyList<Observation> With(string observation) => [.. _members[_group[_number[observation]]].Select(number => _facts[number].Observation)];

    /// <summary>Name of the happening of an observation: the coder's where a member has one, else that of the first member; null where it stands alone and has no name.</summary>
    public string? NameOf(string observation)
    {
        var members = _members[_group[_number[observation]]];
        var coded = members.Select(number => _facts[number].Observation.Event).OfType<string>().Min(StringComparer.Ordinal);
        return coded ?? (members.Count == 1 ? null : "like-" + members.Select(number => _facts[number].Observation.Id).Min(StringComparer.Ordinal));
    }

    /// <summary>Pairs of different reports whose log odds are at least <paramref name="from"/>, with what they are made of, whether they were joined, and the decision on them.</summary>
    public IEnumerable<(Observation One, Observation Other, EventScore Score, double Odds, bool Joined, Link? Decision)> Pairs(double from)
    {
        for (var number = 0; number < _facts.Count; number++)
            foreach (var (other, score) in _pairs[number])
                if (Odds(number, other, score) is var odds && odds >= from)
                    yield return (_facts[other].Observation, _facts[number].Observation, score, odds, _group[other] == _group[number], Decided(_facts[other].Observation.Id, _facts[number].Observation.Id));
    }

    private Link? Decided(string one, string other) => _links[one].FirstOrDefault(link => link.One == other || link.Other == other);

    /// <summary>Enters an observation on its own; returns those it was compared with.</summary>
    private IReadOnlyCollection<int> Enter(Observation observation, DateOnly? published)
    {
        var number = _facts.Count;
        var facts = new EventFacts(observation, published, observation.Place is { } place ? _places.GetValueOrDefault(place) : null, _words);
        _facts.Add(facts);
        _number.TryAdd(observation.Id, number);
        _pairs.Add([]);
        _later.Add([]);
        _crowd.Add(0);
        _group.Add(number);
        _members[number] = [number];
        if (observation.Event is { } code)
        {
            if (!_byCode.TryGetValue(code, out var same))
                _byCode.Add(code, same = []);
            same.Add(number);
        }

        if (observation.Polarity is not (Polarity.Asserted or Polarity.Negated) || Months(facts) is not { } months)
            return [];
        var near = new SortedSet<int>();
        foreach (var month in months)
        {
            var key = (observation.Sector, observation.Indicator, month);
            if (!_byMonth.TryGetValue(key, out var here))
                _byMonth.Add(key, here = []);
            near.UnionWith(here);
            here.Add(number);
        }

        near.RemoveWhere(other => _facts[other].Observation.Report == observation.Report || EventScore.Near(_facts[other].Place, facts.Place) is null);
        _crowd[number] = near.Count;
        foreach (var other in near)
        {
            _crowd[other]++;
            if (EventScore.Of(_facts[other], facts) is { } score && score.LogOdds > Strangers)
            {
                _pairs[number].Add((other, score));
                _later[other].Add((number, score));
            }
        }

        return near;
    }

    /// <summary>Log odds of a pair among all that is told beside it.</summary>
    private double Odds(int one, int other, EventScore score) => score.LogOdds - EventScore.Crowd(Math.Min(_crowd[one], _crowd[other]));

    private static IEnumerable<int>? Months(EventFacts facts)
    {
        if (facts.First is not { } first || facts.Last is not { } last)
            return null;
        var (from, to) = (Assessment.Months.Index(DateOnly.FromDayNumber(first)), Assessment.Months.Index(DateOnly.FromDayNumber(last)));
        return to - from >= Widest ? null : Enumerable.Range(from, to - from + 1);
    }

    /// <summary>Groups anew all that hangs together with an observation by good odds, by name, by decision, or by the group it is in now; returns it.</summary>
    private List<int> Regroup(int start)
    {
        var component = Component(start);
        var place = component.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var (pairs, together, apart) = (new List<ScoredPair>(), new List<(int, int)>(), new List<(int, int)>());
        foreach (var number in component)
        {
            foreach (var (other, score) in _pairs[number])
                if (place.TryGetValue(other, out var at))
                    pairs.Add(new ScoredPair(at, place[number], Odds(number, other, score)));
            foreach (var link in _links[_facts[number].Observation.Id])
                if (_number.TryGetValue(link.One, out var one) && _number.TryGetValue(link.Other, out var two) && one == number && place.TryGetValue(two, out var to))
                    (link.Says == LinkSays.Same ? together : apart).Add((place[number], to));
        }

        foreach (var named in component.Where(number => _facts[number].Observation.Event is not null).GroupBy(number => _facts[number].Observation.Event!, StringComparer.Ordinal))
        {
            var own = named.ToList();
            for (var i = 1; i < own.Count; i++)
                together.Add((place[own[0]], place[own[i]]));
        }

        // two names are two happenings, two statements of one report are two claims, unless somebody says that they are one
        for (var i = 0; i < component.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (_facts[component[i]].Observation, _facts[component[j]].Observation);
                if ((one.Event is not null && other.Event is not null && one.Event != other.Event) || (one.Report == other.Report && (one.Event is null || one.Event != other.Event)))
                    apart.Add((j, i));
            }

        var groups = CorrelationClustering.Of(component.Count, pairs, together: together, apart: apart);
        foreach (var number in component)
            _members.Remove(_group[number]);
        foreach (var (number, group) in component.Zip(groups))
        {
            _group[number] = component[group];
            if (!_members.TryGetValue(component[group], out var members))
                _members.Add(component[group], members = []);
            members.Add(number);
        }

        return component;
    }

    private List<int> Component(int start)
    {
        var seen = new SortedSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out var number))
        {
            foreach (var other in Near(number))
                if (seen.Add(other))
                    open.Push(other);
        }

        return [.. seen];
    }

    private IEnumerable<int> Near(int number)
    {
        foreach (var other in _members[_group[number]])
            yield return other;
        foreach (var (other, score) in _pairs[number].Concat(_later[number]))
            if (Odds(number, other, score) > 0)
                yield return other;
        if (_facts[number].Observation.Event is { } code)
            foreach (var other in _byCode[code])
                yield return other;
        foreach (var link in _links[_facts[number].Observation.Id])
            if (link.Says == LinkSays.Same && _number.TryGetValue(link.One == _facts[number].Observation.Id ? link.Other : link.One, out var other))
                yield return other;
    }
}
