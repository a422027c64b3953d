namespace Manometer.Statistics;

/// <summary>What was learned from labels: how common each class is, how each source labels, and what each item is likely to be.</summary>
public sealed class LabelModel
{
    private readonly double[] _confusion;
    private readonly double[] _posterior;

    internal LabelModel(LabelSet labels, double[] classShares, double[] confusion, double[] posterior, double logLikelihood, int rounds, bool converged)
    {
        Labels = labels;
        (ClassShares, _confusion, _posterior, LogLikelihood, Rounds, Converged) = (classShares, confusion, posterior, logLikelihood, rounds, converged);
    }

    /// <summary>The labels it was learned from.</summary>
    public LabelSet Labels { get; }

    /// <summary>Share of items of each class; sum 1.</summary>
    public IReadOnlyList<double> ClassShares { get; }

    /// <summary>Natural logarithm of the likelihood of all labels at the estimate, without the prior. With weights other than 1 a pseudo-likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>Rounds until it stopped.</summary>
    public int Rounds { get; }

    /// <summary>Did it stop because nothing moved any more?</summary>
    public bool Converged { get; }

    /// <summary>The posterior, item by item, class by class.</summary>
    internal ReadOnlySpan<double> Posterior => _posterior;

    /// <summary>Probabilities of how sources label, by source, then label, then true class.</summary>
    internal ReadOnlySpan<double> Confusion => _confusion;

    /// <summary>Probability that the source says <paramref name="label"/> of an item that is <paramref name="truth"/>.</summary>
    public double Says(int source, int truth, int label)
    {
        LabelMath.CheckNumber(source, Labels.Sources, nameof(source));
        LabelMath.CheckNumber(truth, Labels.Classes, nameof(truth));
        LabelMath.CheckNumber(label, Labels.Classes, nameof(label));
        return _confusion[(source * Labels.Classes + label) * Labels.Classes + truth];
    }

    /// <summary>Probability, as the model has it, that the item is of the class. On real labels it is far too sure: see <see cref="CalibratedTruth"/>.</summary>
    public double Probability(int item, int @class)
    {
        LabelMath.CheckNumber(item, Labels.Items, nameof(item));
        LabelMath.CheckNumber(@class, Labels.Classes, nameof(@class));
        return _posterior[item * Labels.Classes + @class];
    }

    /// <summary>The likeliest class of the item, the lower number of equals.</summary>
    public int Likeliest(int item)
    {
        LabelMath.CheckNumber(item, Labels.Items, nameof(item));
        return LabelMath.Likeliest(_posterior.AsSpan(item * Labels.Classes, Labels.Classes));
    }
}
