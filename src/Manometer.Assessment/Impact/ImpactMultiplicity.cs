using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Adjusts the placebo p of every row: within the family of each measure, then over the families. A row in several families takes the largest.</summary>
/// <remarks>A family is all series tested against one measure. Its rows fall into groups whose false dates can be shared; each group is adjusted by itself (maxT, or Holm) and multiplied by the number of groups (Bonferroni).</remarks>
internal static class ImpactMultiplicity
{
    public static IReadOnlyList<AssessedImpact> Adjust(IReadOnlyList<ImpactDraft> drafts)
    {
        var rows = drafts.Select(draft => draft.Row).ToArray();
        var tested = Enumerable.Range(0, drafts.Count).Where(i => rows[i].Test is not null).ToList();
        var families = tested.SelectMany(i => rows[i].Measures).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(measure => tested.Where(i => rows[i].Measures.Contains(measure)).ToList())
            .DistinctBy(family => string.Join(' ', family), StringComparer.Ordinal) // measures in question for the same rows are one family
            .Select(family => Family(drafts, family)).ToList();
        double[] least = [.. families.Select(family => family.Min(one => one.P))];
        var (table, sentence) = (Multiplicity.BenjaminiHochberg(least), Multiplicity.Holm(least));
        foreach (var i in tested)
        {
            var (p, discovery, holm, words) = (0.0, 0.0, 0.0, "");
            for (var f = 0; f < families.Count; f++)
                if (families[f].FindIndex(one => one.Row == i) is >= 0 and var at)
                {
                    var own = families[f][at];
                    if (own.P >= p)
                        (p, words) = (own.P, own.Words);
                    // a row is raised by as much as the least p of its family is
                    discovery = Math.Max(discovery, Math.Min(1, own.P * table[f] / least[f]));
                    holm = Math.Max(holm, Math.Min(1, own.P * sentence[f] / least[f]));
                }

            rows[i] = rows[i] with { Test = rows[i].Test! with { P = ImpactFrame.Round(rows[i].Test!.P), SmallestP = ImpactFrame.Round(rows[i].Test!.SmallestP), AdjustedP = ImpactFrame.Round(p), Adjustment = words, FalseDiscovery = ImpactFrame.Round(discovery), Holm = ImpactFrame.Round(holm) } };
        }

        for (var i = 0; i < rows.Length; i++)
            if (rows[i].Reading is "towards" or "away" && !(rows[i].Test?.FalseDiscovery <= ImpactRules.FalseDiscovery))
                rows[i] = rows[i] with { Reading = "not-settled" };
        return rows;
    }

    private static List<(int Row, double P, string Words)> Family(IReadOnlyList<ImpactDraft> drafts, List<int> family)
    {
        var adjusted = new List<(int, double, string)>(family.Count);
        var groups = family.GroupBy(i => drafts[i].Row.Method, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        foreach (var group in groups)
        {
            var shared = Shared(drafts, group);
            var maxT = group.Count > 1 && shared.Length >= ImpactRules.LeastShared;
            double[] within = maxT
                ? Multiplicity.MaxT([.. group.Select(i => drafts[i].Score)], [.. shared.Select(date => group.Select(i => drafts[i].False![date]).ToArray())])
                : Multiplicity.Holm([.. group.Select(i => drafts[i].Row.Test!.P)]);
            for (var k = 0; k < group.Count; k++)
                adjusted.Add((group[k], Math.Min(1, groups.Count * Math.Max(within[k], drafts[group[k]].Row.Test!.P)), Words(group.Count, groups.Count, maxT ? shared.Length : 0)));
        }

        return adjusted;
    }

    private static string Words(int series, int groups, int shared) =>
        (series == 1 ? "the only series of its kind tested against the measure"
            : shared > 0 ? string.Create(CultureInfo.InvariantCulture, $"maxT over {series} series and the {shared} false dates they share") : string.Create(CultureInfo.InvariantCulture, $"Holm over {series} series"))
        + (groups > 1 ? string.Create(CultureInfo.InvariantCulture, $", times {groups} for the methods used") : "");

    private static double[] Shared(IReadOnlyList<ImpactDraft> drafts, List<int> group)
    {
        IEnumerable<double>? dates = null;
        foreach (var i in group)
        {
            if (drafts[i].False is not { } own)
                return [];
            dates = dates is null ? own.Keys : dates.Where(own.ContainsKey);
        }

        return [.. (dates ?? []).Order()];
    }
}
