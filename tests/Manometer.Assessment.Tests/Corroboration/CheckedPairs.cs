using Manometer.Model;

namespace Manometer.Assessment.Tests;

/// <summary>Pairs of observations of one happening: as checked by hand (checked-pairs.csv), as coded, as found; and how far they agree.</summary>
internal static class CheckedPairs
{
    public static HashSet<(string, string)> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Where(cells => cells[2] == "yes").Select(cells => Pair(cells[0], cells[1]))];

    public static HashSet<(string, string)> Coded(Case @case) => [.. Within(@case.Observations.Where(one => one.Event is not null).GroupBy(one => one.Event!, one => one.Id))];

    /// <summary>The case without decisions and coded events.</summary>
    public static Case Bare(Case @case) => @case with { Links = [], Observations = [.. @case.Observations.Select(one => one with { Event = null })] };

    public static double F1(Case @case, HashSet<(string, string)> truth)
    {
        var known = KnownRecord.PublishedBy(@case, DateOnly.MaxValue);
        var found = Within(known.Observations.Where(one => one.Event is not null).GroupBy(one => one.Event!, one => one.Observation.Id)).ToHashSet();
        return 2.0 * found.Intersect(truth).Count() / (found.Count + truth.Count);
    }

    public static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static IEnumerable<(string, string)> Within(IEnumerable<IGrouping<string, string>> groups) =>
        groups.Select(group => group.ToList()).SelectMany(group => group.SelectMany((one, i) => group.Take(i).Select(other => Pair(one, other))));
}
