using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The evidence matrix: each analyst's judgements turned into ranges of likelihood, and what follows.</summary>
internal static class MatrixViews
{
    /// <summary>The matrix; null when nobody judged. Evidence that was not public by the date is left out.</summary>
    public static EvidenceMatrix? Of(Case @case, IReadOnlyList<AssessedObservation> observations, IReadOnlyList<AssessedChallenge> challenges)
    {
        var stories = @case.Header.Hypotheses;
        var summaries = observations.ToDictionary(one => one.Id, one => one.Summary, StringComparer.Ordinal);
        var objections = challenges.ToDictionary(one => one.Id, one => one.Text, StringComparer.Ordinal);
        var later = @case.Observations.Select(one => one.Id).Concat(@case.Challenges.Select(one => one.Id)).Where(id => !summaries.ContainsKey(id) && !objections.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
        var cells = @case.Matrix.Where(cell => !later.Contains(cell.Evidence)).ToList();
        if (cells.Count == 0 || stories.Count == 0)
            return null;
        string[] evidence = [.. cells.Select(cell => cell.Evidence).Distinct(StringComparer.Ordinal)];
        var sum = stories.Sum(story => story.Prior);
        double[] priors = [.. stories.Select(story => sum > 0 ? story.Prior / sum : 1.0 / stories.Count)];
        var analysts = cells.GroupBy(cell => cell.Analyst).Select(group => Analyst(group.Key, [.. group], stories, priors, evidence)).ToList();
        return new EvidenceMatrix
        {
            Evidence = [.. evidence.Select(id => Evidence(id, cells, summaries, objections))],
            Analysts = analysts,
            Agreement = analysts.Count < 2 ? [] : [.. stories.Select((story, h) => new MatrixAgreement(story.Id, analysts.Min(one => one.Rows[h].Posterior), analysts.Max(one => one.Rows[h].Posterior)))],
        };
    }

    private static MatrixEvidence Evidence(string id, List<Judgement> cells, Dictionary<string, string> summaries, Dictionary<string, string> objections)
    {
        double? disagreement = null;
        foreach (var story in cells.Where(cell => cell.Evidence == id).GroupBy(cell => cell.Hypothesis).Where(group => group.Count() > 1))
            disagreement = Math.Max(disagreement ?? 0, CompetingHypotheses.Diagnosticity([.. story.Select(cell => (int)cell.Entry)]));
        return new MatrixEvidence
        {
            Id = id,
            Kind = summaries.ContainsKey(id) ? "observation" : objections.ContainsKey(id) ? "objection" : "label",
            Text = summaries.GetValueOrDefault(id) ?? objections.GetValueOrDefault(id) ?? id,
            Disagreement = disagreement,
            DisagreementWord = disagreement switch { null => null, <= 0.25 => "none", <= 1 => "mild", <= 1.74 => "strong", _ => "extreme" },
        };
    }

    private static AnalystMatrix Analyst(string name, List<Judgement> cells, IReadOnlyList<Hypothesis> stories, double[] priors, string[] evidence)
    {
        var entries = cells.ToDictionary(cell => (cell.Evidence, cell.Hypothesis), cell => cell.Entry);
        string[] judged = [.. evidence.Where(item => cells.Exists(cell => cell.Evidence == item))];
        // a weight is the item's: the first row that states one
        double[] weights = [.. judged.Select(item => cells.Find(cell => cell.Evidence == item && cell.Weight is not null)?.Weight ?? 1)];
        var points = judged.Select(item => stories.Select(story => entries.GetValueOrDefault((item, story.Id))).ToArray()).ToList();
        var ranges = points.ConvertAll(Ranges);
        List<double[]> low = ranges.ConvertAll(row => row.Select(one => one.Low).ToArray()), middle = ranges.ConvertAll(row => row.Select(one => one.Middle).ToArray()), high = ranges.ConvertAll(row => row.Select(one => one.High).ToArray());
        var posterior = CompetingHypotheses.Posterior(priors, middle, weights);
        var bounds = CompetingHypotheses.PosteriorRange(priors, low, high, weights);
        return new AnalystMatrix
        {
            Analyst = name,
            Rows = [.. stories.Select((story, h) => new MatrixRow
            {
                Hypothesis = story.Id,
                Entries = [.. evidence.Select(item => entries.TryGetValue((item, story.Id), out var entry) ? Word.Of(entry) : "")],
                Prior = priors[h],
                Low = bounds[h].Low,
                Posterior = posterior[h],
                High = bounds[h].High,
                Inconsistency = CompetingHypotheses.SquaredInconsistency(Row(points, h)),
                Consistency = CompetingHypotheses.SquaredConsistency(Row(points, h)),
                WeightedInconsistency = CompetingHypotheses.WeightedInconsistency(Row(points, h), weights),
            })],
            Columns = [.. judged.Select((item, e) => new MatrixColumn
            {
                Evidence = item,
                Weight = weights[e],
                Bits = CompetingHypotheses.InformationBits(priors, middle[e]),
                Decibans = CompetingHypotheses.Decibans(middle[e].Max(), middle[e].Min()),
                Diagnosticity = CompetingHypotheses.Diagnosticity([.. points[e].Select(entry => (int)entry)]),
            })],
            Incomplete = judged.Count(item => stories.Any(story => !entries.ContainsKey((item, story.Id)))),
        };
    }

    private static int[] Row(List<Consistency[]> points, int story) => [.. points.Select(row => (int)row[story])];

    // no bearing on a story: as likely under it as under the others together, so that the item does not move it
    private static Range[] Ranges(Consistency[] entries)
    {
        var stated = entries.Select(LikelihoodRange.Of).Where(range => range is not null).Select(range => range!.Value).ToList();
        var rest = stated.Count == 0 ? new Range(0.5, 0.5, 0.5) : new Range(stated.Average(one => one.Low), stated.Average(one => one.Middle), stated.Average(one => one.High));
        return [.. entries.Select(entry => LikelihoodRange.Of(entry) is { } one ? new Range(one.Low, one.Middle, one.High) : rest)];
    }

    private readonly record struct Range(double Low, double Middle, double High);
}
