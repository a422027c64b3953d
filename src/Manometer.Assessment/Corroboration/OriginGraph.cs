using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>On whom each observation rests in the end, and how that is known.</summary>
/// <remarks>
/// In this order: what was decided on its report (<c>links.csv</c>), the origin the coder wrote, the source its report's chain begins with, the group of its source, its source. Reports decided to be one text or to rest on one witness take the origin of the one published first.
/// </remarks>
internal sealed class OriginGraph
{
    private readonly Dictionary<string, (string Origin, OriginBy By)> _decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> _copies = new(StringComparer.Ordinal);

    /// <param name="observations">Observations with their reports.</param>
    /// <param name="links">Decisions; those on origins and copies that stand are used.</param>
    public OriginGraph(IReadOnlyList<KnownRecord.Coded> observations, IEnumerable<Link> links)
    {
        var standing = links.Where(link => link.Kind != LinkKind.Event && link.Withdrawn is null).ToList();
        if (standing.Count == 0)
            return;
        var byReport = observations.GroupBy(coded => coded.Report.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in standing.Where(link => link.Says == LinkSays.Same && byReport.ContainsKey(link.One) && byReport.ContainsKey(link.Other)))
        {
            var (one, other) = (Root(parents, link.One), Root(parents, link.Other));
            if (one != other)
                parents[Earlier(byReport, one, other) ? other : one] = Earlier(byReport, one, other) ? one : other;
        }

        foreach (var report in parents.Keys)
            _decided[report] = (Own(byReport[Root(parents, report)]).Origin, OriginBy.Decision);
        foreach (var root in parents.Values.Where(root => !parents.ContainsKey(root)).Distinct(StringComparer.Ordinal))
            _decided[root] = (Own(byReport[root]).Origin, OriginBy.Decision);
        foreach (var link in standing.Where(link => link is { Kind: LinkKind.Copy, Says: LinkSays.Same } && byReport.ContainsKey(link.One) && byReport.ContainsKey(link.Other)))
            _copies.Add(Earlier(byReport, link.One, link.Other) ? link.Other : link.One);

        // who is not of that origin after all stands for himself
        foreach (var link in standing.Where(link => link is { Kind: LinkKind.Origin, Says: LinkSays.Different } && byReport.ContainsKey(link.One) && byReport.ContainsKey(link.Other)))
        {
            var later = Earlier(byReport, link.One, link.Other) ? link.Other : link.One;
            if (Of(byReport[link.One]).Origin == Of(byReport[link.Other]).Origin)
                _decided[later] = ("report " + later, OriginBy.Decision);
        }
    }

    public (string Origin, OriginBy By) Of(KnownRecord.Coded coded) => _decided.TryGetValue(coded.Report.Id, out var decided) ? decided : Own(coded);

    /// <summary>Was the report decided to be a copy of an earlier one?</summary>
    public bool IsCopy(string report) => _copies.Contains(report);

    private static (string Origin, OriginBy By) Own(KnownRecord.Coded coded) =>
        coded.Observation.Origin is { } written ? (written, OriginBy.Coder)
        : coded.FirstWitness is { } witness ? (witness.OriginGroup ?? witness.Id, OriginBy.Chain)
        : coded.Source.OriginGroup is { } group ? (group, OriginBy.Group)
        : (coded.Source.Id, OriginBy.Source);

    /// <summary>Was one published before the other? Of one day, the lower id counts as the earlier.</summary>
    public static bool Earlier(Report one, Report other) => one.Published.LastDay != other.Published.LastDay ? one.Published.LastDay < other.Published.LastDay : string.CompareOrdinal(one.Id, other.Id) < 0;

    private static bool Earlier(Dictionary<string, KnownRecord.Coded> byReport, string one, string other) => Earlier(byReport[one].Report, byReport[other].Report);

    private static string Root(Dictionary<string, string> parents, string report)
    {
        while (parents.TryGetValue(report, out var parent))
            report = parent;
        return report;
    }
}
