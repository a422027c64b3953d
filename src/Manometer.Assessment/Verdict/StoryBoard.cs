using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The stories of a case with their priors: turns evidences into probabilities, ranges and words.</summary>
internal sealed class StoryBoard(Stories stories)
{
    public const string NotSettled = "not settled";
    public const string NotIdentifiable = "not identifiable from these data";
    public const string Nothing = "nothing can be said";

    private readonly IReadOnlyList<double> _priors = stories.Priors;
    private readonly bool[] _bites = [.. stories.All.Select(story => Assessment.Stories.Bites(story.Kind))];

    /// <summary>The evidences of this case's stories, in its order, of those of all kinds.</summary>
    public double[] Pick(double[] byKind) => [.. stories.All.Select(story => byKind[(int)story.Kind])];

    public double[] Posterior(IReadOnlyList<double> logEvidences) => PriorSet.Posterior(_priors, logEvidences);

    /// <summary>Logarithm of how much better the stories that bite, taken together, foretold a report than the others.</summary>
    public double Contrast(double[] posterior, double[] logPredictives)
    {
        double bite = 0, other = 0, biteMass = 0, otherMass = 0;
        for (var i = 0; i < posterior.Length; i++)
            if (_bites[i])
                (bite, biteMass) = (bite + posterior[i] * Elementary.Exp(logPredictives[i]), biteMass + posterior[i]);
            else
                (other, otherMass) = (other + posterior[i] * Elementary.Exp(logPredictives[i]), otherMass + posterior[i]);
        return bite > 0 && other > 0 ? Elementary.Log(bite / biteMass) - Elementary.Log(other / otherMass) : 0;
    }

    public double Base(IReadOnlyList<double> logEvidences) => PriorSet.Sum(PriorSet.Posterior(_priors, logEvidences), _bites);

    /// <param name="logEvidences">Evidences in the order of the stories.</param>
    /// <param name="refused">Whether the effect cannot be told from the common movement.</param>
    public BiteVerdict Bite(IReadOnlyList<double> logEvidences, bool refused)
    {
        if (refused)
            return new BiteVerdict { Low = 0, High = 1, Word = NotIdentifiable, PlainWord = NotIdentifiable };
        var (low, high) = PriorSet.Range(_priors, logEvidences, _bites);
        var probability = Base(logEvidences);
        return new BiteVerdict
        {
            Probability = probability,
            Low = low[^1],
            High = high[^1],
            Word = WordOf(low[^1], high[^1]),
            PlainWord = WordOf(low[^1], high[^1]),
            BaseWord = EstimativeWord.For(probability).Text,
        };
    }

    /// <summary>The word of ICD 203 for a range; "not settled" where it lies in no one band.</summary>
    public static string WordOf(double low, double high) => EstimativeWord.ForRange(low, high)?.Text ?? NotSettled;

    /// <param name="curve">Evidences up to each month with reports, in the order of the stories; the last are those of now.</param>
    public IReadOnlyList<VerdictStory> Stories(IReadOnlyList<double[]> curve)
    {
        var logEvidences = curve[^1];
        var stacked = Stacking.Of([.. curve.Select((now, t) => t == 0 ? now : [.. now.Select((one, i) => one - curve[t - 1][i])])]).Weights;
        var posterior = PriorSet.Posterior(_priors, logEvidences);
        var (low, high) = PriorSet.Range(_priors, logEvidences, _bites);
        return [.. stories.All.Select((story, i) => new VerdictStory
        {
            Id = story.Id,
            Name = story.Name,
            Prior = story.Prior,
            Probability = posterior[i],
            Low = low[i],
            High = high[i],
            LogEvidence = logEvidences[i],
            Stacked = Math.Round(stacked[i], 4),
            Bites = _bites[i],
        })];
    }

    public VerdictMonth Month(string month, int reports, IReadOnlyList<double> logEvidences)
    {
        var posterior = PriorSet.Posterior(_priors, logEvidences);
        var (low, high) = PriorSet.Range(_priors, logEvidences, _bites);
        return new VerdictMonth { Month = month, Reports = reports, Probabilities = posterior, LogEvidences = logEvidences, Bite = PriorSet.Sum(posterior, _bites), Low = low[^1], High = high[^1] };
    }
}
