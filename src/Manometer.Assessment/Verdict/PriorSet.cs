using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Posterior probabilities of stories, and their range over priors and temperings.</summary>
/// <remarks>P(H) is proportional to prior times evidence to the power w. The set: the base priors, and each story in turn at .05, .2, .4, .6 with the others scaled; w in .25, .5, 1.</remarks>
internal static class PriorSet
{
    private static readonly double[] Levels = [0.05, 0.2, 0.4, 0.6];
    private static readonly double[] Temperings = [1, 0.5, 0.25];

    /// <summary>Posterior probabilities.</summary>
    /// <param name="priors">Priors, sum 1.</param>
    /// <param name="logEvidences">Natural logarithms of the evidences.</param>
    /// <param name="tempering">Power of the evidence, 0..1.</param>
    public static double[] Posterior(IReadOnlyList<double> priors, IReadOnlyList<double> logEvidences, double tempering = 1)
    {
        var logs = new double[priors.Count];
        var top = double.NegativeInfinity;
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = priors[i] > 0 ? Elementary.Log(priors[i]) + tempering * logEvidences[i] : double.NegativeInfinity;
            top = Math.Max(top, logs[i]);
        }

        var sum = 0.0;
        for (var i = 0; i < logs.Length; i++)
            sum += logs[i] = Elementary.Exp(logs[i] - top);
        for (var i = 0; i < logs.Length; i++)
            logs[i] /= sum;
        return logs;
    }

    /// <summary>Smallest and largest probability of each story and, last, of those that bite together.</summary>
    public static (double[] Low, double[] High) Range(IReadOnlyList<double> priors, IReadOnlyList<double> logEvidences, IReadOnlyList<bool> bites)
    {
        var count = priors.Count;
        var (low, high) = (new double[count + 1], new double[count + 1]);
        Array.Fill(low, 1);
        foreach (var set in Sets(priors))
            foreach (var tempering in Temperings)
            {
                var posterior = Posterior(set, logEvidences, tempering);
                for (var i = 0; i < count; i++)
                    Widen(i, posterior[i]);
                Widen(count, Sum(posterior, bites));
            }

        return (low, high);

        void Widen(int i, double value)
        {
            low[i] = Math.Min(low[i], value);
            high[i] = Math.Max(high[i], value);
        }
    }

    public static double Sum(IReadOnlyList<double> probabilities, IReadOnlyList<bool> which)
    {
        var sum = 0.0;
        for (var i = 0; i < probabilities.Count; i++)
            if (which[i])
                sum += probabilities[i];
        return Math.Min(1, sum);
    }

    private static IEnumerable<double[]> Sets(IReadOnlyList<double> priors)
    {
        yield return [.. priors];
        for (var story = 0; story < priors.Count; story++)
            if (priors[story] < 1)
                foreach (var level in Levels)
                {
                    var rest = (1 - level) / (1 - priors[story]);
                    yield return [.. priors.Select((prior, i) => i == story ? level : prior * rest)];
                }
    }
}
