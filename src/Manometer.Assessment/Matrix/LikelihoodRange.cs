using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>The range of likelihoods behind each of the six points.</summary>
internal readonly record struct LikelihoodRange(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    /// <summary>P(evidence given the story); null for no bearing.</summary>
    public static LikelihoodRange? Of(Consistency entry) => entry switch
    {
        Consistency.VeryConsistent => new(0.8, 0.95),
        Consistency.Consistent => new(0.6, 0.8),
        Consistency.Neutral => new(0.4, 0.6),
        Consistency.Inconsistent => new(0.2, 0.4),
        Consistency.VeryInconsistent => new(0.05, 0.2),
        _ => null,
    };
}
