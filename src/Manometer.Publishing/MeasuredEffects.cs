using Manometer.Assessment;
using Manometer.Publishing.Page;

namespace Manometer.Publishing;

/// <summary>What the measures did to the numbers, in words: the same on the page and in the terminal.</summary>
public static class MeasuredEffects
{
    /// <summary>The finding, and how the comparisons came out; empty when no measure is in question for any series.</summary>
    public static IReadOnlyList<string> InSentences(CaseAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Impacts is not { } impacts)
            return [];
        var sentences = new List<string> { ImpactSay.Section(new PageModel(assessment, map: false)) + "." };
        foreach (var row in impacts.Rows.Where(row => row.Reading is "towards" or "away").OrderBy(row => row.Test!.Holm).Take(1))
            sentences.Add($"{row.Title} after {Say.Month(ImpactSay.Month(row))}: {ImpactSay.Effect(row)}; {ImpactSay.Test(row)}.");
        sentences.Add(Say.Sentence(Say.List([.. impacts.Rows.GroupBy(row => row.Reading, StringComparer.Ordinal).OrderBy(group => ImpactSay.Order(group.Key)).Select(group => $"{Say.Whole(group.Count())} {ImpactSay.Plural(group.Key)}")]).Insert(0, "Of the comparisons, ")) + ".");
        return sentences;
    }
}
