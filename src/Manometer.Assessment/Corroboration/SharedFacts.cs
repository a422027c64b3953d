using System.Globalization;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Finds reports of different origins that share rare figures on one matter and time, whatever their language: shared rare values betray copying (Dong, Berti-Equille and Srivastava 2009).</summary>
internal static class SharedFacts
{
    private const double Most = 10;
    private const double Least = 5;
    private const int MostHolders = 4;

    public static IReadOnlyList<OriginHint> Of(KnownRecord known)
    {
        var holders = new SortedDictionary<string, List<KnownRecord.Coded>>(StringComparer.Ordinal);
        foreach (var coded in known.Observations)
            foreach (var fact in Facts(coded.Observation))
            {
                if (!holders.TryGetValue(fact, out var own))
                    holders.Add(fact, own = []);
                own.Add(coded);
            }

        var pairs = new SortedDictionary<(string, string), (double Odds, List<string> Facts)>();
        foreach (var (fact, own) in holders)
        {
            if (own.Count is < 2 or > MostHolders)
                continue;
            var odds = -Elementary.Log((double)own.Count / known.Observations.Count);
            foreach (var key in Pairs(own).Distinct())
            {
                var (sum, facts) = pairs.TryGetValue(key, out var before) ? before : (0, []);
                facts.Add(fact);
                pairs[key] = (sum + odds, facts);
            }
        }

        var decided = known.Links.Where(link => link.Kind != LinkKind.Event).SelectMany(link => new[] { (link.One, link.Other), (link.Other, link.One) }).ToHashSet();
        return [.. pairs.Where(pair => pair.Value.Odds >= Least && !decided.Contains(pair.Key))
            .OrderByDescending(pair => pair.Value.Odds)
            .Select(pair => new OriginHint { One = pair.Key.Item1, Other = pair.Key.Item2, LogOdds = Math.Min(Most, pair.Value.Odds), Facts = pair.Value.Facts })];
    }

    private static IEnumerable<(string, string)> Pairs(List<KnownRecord.Coded> own)
    {
        for (var i = 0; i < own.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var (one, other) = OriginGraph.Earlier(own[i].Report, own[j].Report) ? (own[i], own[j]) : (own[j], own[i]);
                if (one.Report.Id != other.Report.Id && one.Origin != other.Origin && one.Observation.Sector == other.Observation.Sector && one.Observation.Indicator == other.Observation.Indicator && Months.Overlap(one.Observation.When, other.Observation.When))
                    yield return (one.Report.Id, other.Report.Id);
            }
    }

    /// <summary>The amount with its unit, and numbers of three digits or more that are no years.</summary>
    private static HashSet<string> Facts(Observation observation)
    {
        var facts = new HashSet<string>(StringComparer.Ordinal);
        if (observation.Magnitude is { Value: { } value, Unit: { } unit } && value % 10 != 0)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{value} {unit}"));
        var number = "";
        foreach (var letter in observation.Summary + " ")
        {
            if (char.IsAsciiDigit(letter) || (letter is ',' or '.' && number.Length > 0))
            {
                number += letter;
                continue;
            }

            var digits = number.TrimEnd(',', '.');
            number = "";
            if (digits.Count(char.IsAsciiDigit) >= 3 && !(digits.Length == 4 && digits[0] is '1' or '2' && digits.All(char.IsAsciiDigit)) && !digits.EndsWith("00", StringComparison.Ordinal))
                facts.Add(digits);
        }

        return facts;
    }
}
