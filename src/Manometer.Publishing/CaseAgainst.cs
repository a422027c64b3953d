using Manometer.Assessment;
using Manometer.Publishing.Page;

namespace Manometer.Publishing;

/// <summary>The case against, in words: the same on the page and in the terminal.</summary>
public static class CaseAgainst
{
    /// <summary>One sentence for each piece of counter-evidence, strongest first; empty when there is none.</summary>
    public static IReadOnlyList<string> InSentences(CaseAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var model = new PageModel(assessment, map: false);
        return [.. assessment.Against.Select(point => CounterWords.Claim(model, point))];
    }
}
