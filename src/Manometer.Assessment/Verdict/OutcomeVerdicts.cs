using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Second and third verdict. They rest on what analysts enter or on rates of the field; the first verdict never feeds them: success is not measured by pain.</summary>
/// <remarks>Analysts are averaged with equal weights (a linear pool: Stone 1961), the last appraisal of each; their range stands beside. The base rate is shown and not multiplied in: an analyst is taken to have known it.</remarks>
public static class OutcomeVerdicts
{
    // share of episodes in which a purpose was effective: Targeted Sanctions Consortium, 63 episodes of the United Nations (unsanctionsapp.com)
    private static readonly (AppraisalQuestion Purpose, double Effective)[] BaseRates = [(AppraisalQuestion.Coerce, 0.11), (AppraisalQuestion.Constrain, 0.24), (AppraisalQuestion.Signal, 0.29)];

    /// <summary>A purpose each, at the base rate where nobody appraised it; an objective each where some did.</summary>
    /// <param name="case">The case.</param>
    /// <param name="asOf">Appraisals up to this day; those without a date always.</param>
    public static IReadOnlyList<PurposeVerdict> Of(Case @case, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return [.. BaseRates.SelectMany(rate => Standing(@case, asOf, rate.Purpose) is { Count: > 0 } found ? found.Select(one => Appraised(rate, one.Objective, one.By)) : [AtBaseRate(rate)])];
    }

    /// <summary>The contribution of the measures as a whole.</summary>
    /// <param name="case">The case.</param>
    /// <param name="asOf">Appraisals up to this day; those without a date always.</param>
    public static ContributionVerdict ContributionOf(Case @case, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var found = Standing(@case, asOf, AppraisalQuestion.Contribution);
        if (found.Find(one => one.Objective is null).By is not { } by)
            return new()
            {
                Basis = "none",
                Note = (found.Count > 0 ? "What the measures contributed was entered for single objectives only; see the codes." : "Nobody has entered what the measures contributed beside other instruments, and no rate of the field is known:")
                    + (found.Count > 0 ? "" : " the score of Hufbauer, Schott and Elliott cannot be formed."),
            };
        return new()
        {
            Basis = "analysts",
            Probabilities = Pooled(by),
            HseSuccess = CodesOf(@case, asOf).FirstOrDefault(code => code.Objective is null)?.HseSuccess,
            Analysts = by,
            Note = $"{Analysts(by)} entered this; a judgement of theirs, not a finding of the model.",
        };
    }

    /// <summary>The codes of the field for every objective on which coercion was appraised.</summary>
    /// <param name="case">The case.</param>
    /// <param name="asOf">Appraisals up to this day; those without a date always.</param>
    public static IReadOnlyList<EpisodeCode> CodesOf(Case @case, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var contributions = Standing(@case, asOf, AppraisalQuestion.Contribution);
        return [.. Standing(@case, asOf, AppraisalQuestion.Coerce).Select(one =>
        {
            var by = contributions.Find(other => other.Objective == one.Objective).By ?? contributions.Find(other => other.Objective is null).By;
            return StandardCodes.Of(one.Objective, Pooled(one.By), by is null ? null : Pooled(by), @case.Header.HseSplit);
        })];
    }

    private static PurposeVerdict AtBaseRate((AppraisalQuestion Purpose, double Effective) rate) => new()
    {
        Purpose = Word.Of(rate.Purpose),
        Basis = "base-rate",
        Probabilities = [.. Enumerable.Range(1, 5).Select(step => step >= 4 ? rate.Effective / 2 : (1 - rate.Effective) / 3)],
        Effective = rate.Effective,
        BaseRate = rate.Effective,
        Note = "The share of episodes of United Nations sanctions that were effective for this purpose (Targeted Sanctions Consortium), evenly spread over the steps. Nothing in this case has moved it.",
    };

    private static PurposeVerdict Appraised((AppraisalQuestion Purpose, double Effective) rate, string? objective, IReadOnlyList<AppraisedBy> by)
    {
        var pooled = Pooled(by);
        return new()
        {
            Purpose = Word.Of(rate.Purpose),
            Objective = objective,
            Basis = "analysts",
            Probabilities = pooled,
            Effective = Effective(pooled),
            Low = by.Min(one => Effective(one.Probabilities)),
            High = by.Max(one => Effective(one.Probabilities)),
            BaseRate = rate.Effective,
            Analysts = by,
            Note = $"{Analysts(by)} entered this; a judgement of theirs, not a finding of the model.",
        };
    }

    private static string Analysts(IReadOnlyList<AppraisedBy> by) => by.Count == 1 ? by[0].Analyst : $"{by.Count} analysts, averaged with equal weights,";

    private static double Effective(IReadOnlyList<double> probabilities) => probabilities[3] + probabilities[4];

    private static double[] Pooled(IReadOnlyList<AppraisedBy> by) => [.. Enumerable.Range(0, by[0].Probabilities.Count).Select(step => by.Sum(one => one.Probabilities[step]) / by.Count)];

    /// <summary>The appraisals of a question known by a day, the last of each analyst, by objective: the whole first, then as they first stand in the table.</summary>
    private static List<(string? Objective, IReadOnlyList<AppraisedBy> By)> Standing(Case @case, DateOnly asOf, AppraisalQuestion question) =>
        [.. @case.Appraisals
            .Where(one => one.Question == question && !(one.On is { } on && (on.LastDay is not { } day || day > asOf)))
            .GroupBy(one => one.Objective)
            .OrderBy(group => group.Key is null ? 0 : 1)
            .Select(group => (group.Key, (IReadOnlyList<AppraisedBy>)[.. group.GroupBy(one => one.Analyst, StringComparer.Ordinal).Select(own => View(own.OrderBy(one => one.On?.LastDay ?? DateOnly.MinValue).Last()))]))];

    private static AppraisedBy View(Appraisal one) => new()
    {
        Id = one.Id,
        Analyst = one.Analyst,
        On = one.On?.ToString(),
        Probabilities = one.Probabilities,
        Rationale = one.Rationale,
        Evidence = one.Evidence,
    };
}
