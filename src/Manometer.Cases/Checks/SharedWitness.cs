using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Do reports whose chains begin with the same witness count as one origin? Otherwise one voice is counted as two.</summary>
/// <remarks>
/// The origin of an observation is the one coded; else the origin group of the source its report's chain begins with; else of the report's source. A witness without
/// a name ("a trader", "not named") is taken for the same only in reports published within three months of each other.
/// </remarks>
internal static class SharedWitness
{
    private const int MostDaysApart = 92;

    private static readonly string[] Nameless = ["a-", "an-", "one-", "some-", "several-", "unnamed", "unknown", "anonymous"];

    public static void Check(ReadingContext context, IReadOnlyList<Source> sources, IReadOnlyList<Observation> observations)
    {
        var chains = new Dictionary<string, Link>(StringComparer.Ordinal);
        foreach (var (report, at) in context.Chains)
            chains.TryAdd(report.Id, new Link(report, at, FirstOf(report.Chain!), new SortedSet<string>(StringComparer.Ordinal)));
        if (chains.Count < 2)
            return;
        var known = new Dictionary<string, Source>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
            known.TryAdd(source.Id, source);
        foreach (var source in sources)
            known.TryAdd(source.Name, source);
        foreach (var observation in observations)
            if (chains.TryGetValue(observation.Report, out var link)
                && observation.Kind is ObservationKind.Level or ObservationKind.Change && observation.Polarity is Polarity.Asserted or Polarity.Negated
                && (observation.Origin ?? OriginOf(known, link)) is { } origin)
                link.Origins.Add(origin);
        foreach (var group in chains.Values.Where(link => link.Origins.Count > 0 && link.First.Length > 0).GroupBy(link => Synonyms.Plain(link.First)))
            CheckGroup(context, group.Key, [.. group]);
    }

    private static void CheckGroup(ReadingContext context, string first, List<Link> links)
    {
        var nameless = Array.Exists(Nameless, start => first.StartsWith(start, StringComparison.Ordinal)) || first.EndsWith("not-named", StringComparison.Ordinal);
        if (nameless)
            links.Sort((a, b) => (a.Report.Published.FirstDay ?? default).CompareTo(b.Report.Published.FirstDay ?? default));
        (Link One, Link Other)? found = null;
        var more = 0;
        for (var i = 1; i < links.Count; i++)
        {
            var (one, other) = (links[nameless ? i - 1 : 0], links[i]);
            if (one.Origins.Overlaps(other.Origins) || (nameless && Apart(one.Report.Published, other.Report.Published) > MostDaysApart))
                continue;
            if (found is null)
                found = (one, other);
            else
                more++;
        }

        if (found is not { } pair)
            return;
        var (left, right) = pair;
        context.Faults.Add(
            Rules.WitnessTwice,
            right.At.Source,
            right.At.Position,
            right.At.Length,
            $"one origin for {left.Report.Id} and {right.Report.Id}, whose chains begin with '{right.First}'" + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {more} more of that witness count apart") : ""),
            $"{left.Report.Id} counts under '{string.Join("', '", left.Origins)}', {right.Report.Id} under '{string.Join("', '", right.Origins)}'",
            "give their observations one 'origin', or enter the witness in sources.csv under that name; if they are two witnesses, word the first links apart");
    }

    private static string? OriginOf(Dictionary<string, Source> known, Link link) =>
        (known.GetValueOrDefault(link.First) ?? known.GetValueOrDefault(link.Report.Source)) is { } source ? source.OriginGroup ?? source.Id : null;

    private static string FirstOf(string chain) => chain.Split('>', 2)[0].Trim();

    private static int Apart(Edtf one, Edtf other) =>
        one.FirstDay is { } a && one.LastDay is { } b && other.FirstDay is { } c && other.LastDay is { } d
            ? Math.Max(0, Math.Max(c.DayNumber - b.DayNumber, a.DayNumber - d.DayNumber))
            : int.MaxValue;

    private sealed record Link(Report Report, CellMark At, string First, SortedSet<string> Origins);
}
