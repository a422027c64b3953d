using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Happenings with their witnesses, and the pairs that are unsure.</summary>
internal static class Happenings
{
    /// <summary>Probability on either side of a half within which a pair is for people to decide.</summary>
    private const double Unsure = 0.15;

    public static IReadOnlyList<Happening> Of(KnownRecord known, IReadOnlyList<AssessedObservation> views)
    {
        var coded = known.Observations.Where(one => one.Observation.Event is not null).Select(one => one.Observation.Id).ToHashSet(StringComparer.Ordinal);
        var decided = known.Links.Where(link => link is { Kind: LinkKind.Event, Says: LinkSays.Same }).SelectMany(link => new[] { link.One, link.Other }).ToHashSet(StringComparer.Ordinal);
        return [.. views.Where(view => view.Event is not null)
            .GroupBy(view => view.Event!, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new Happening
            {
                Id = group.Key,
                Observations = [.. group.Select(view => view.Id)],
                Origins = [.. group.Select(view => view.Origin).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Reports = group.Select(view => view.Report).Distinct(StringComparer.Ordinal).Count(),
                By = [.. new[] { ("coder", group.Count(view => coded.Contains(view.Id)) > 1), ("decision", group.Count(view => decided.Contains(view.Id)) > 1), ("odds", group.Any(view => !coded.Contains(view.Id) && !decided.Contains(view.Id))) }.Where(how => how.Item2).Select(how => how.Item1)],
            })
            .OrderByDescending(happening => happening.Origins.Count)
            .ThenByDescending(happening => happening.Observations.Count)
            .ThenBy(happening => happening.Id, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<UnsurePair> UnsureOf(KnownRecord known)
    {
        var edge = Elementary.Log((0.5 + Unsure) / (0.5 - Unsure));
        var byOdds = known.Events.Pairs(-edge)
            .Where(pair => pair.Decision is null && pair.Odds <= edge && (pair.One.Event is null || pair.Other.Event is null))
            .Select(pair => new UnsurePair { One = pair.One.Id, Other = pair.Other.Id, Probability = 1 / (1 + Elementary.Exp(-pair.Odds)), Joined = pair.Joined });
        var ids = known.Observations.Select(one => one.Observation.Id).ToHashSet(StringComparer.Ordinal);
        var disputed = known.Links
            .Where(link => link is { Kind: LinkKind.Event, Says: LinkSays.Disputed } && ids.Contains(link.One) && ids.Contains(link.Other))
            .Select(link => new UnsurePair { One = link.One, Other = link.Other, Joined = false, Decision = link.Id });
        return [.. disputed.Concat(byOdds).OrderBy(pair => pair.One, StringComparer.Ordinal).ThenBy(pair => pair.Other, StringComparer.Ordinal)];
    }

    /// <summary>Independent origins that tell of each happening.</summary>
    public static Dictionary<string, int> Witnesses(KnownRecord known) => known.Observations
        .Where(one => one.Event is not null)
        .GroupBy(one => one.Event!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(one => one.Origin).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
}
