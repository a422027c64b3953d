namespace Manometer.Assessment;

/// <summary>Bayes factor of an effect against none, computed by two routes that must agree.</summary>
public sealed record BayesFactorFound
{
    /// <summary>Logarithm by the density ratio of Savage and Dickey.</summary>
    public required double LogSavageDickey { get; init; }

    /// <summary>Logarithm by the difference of evidences.</summary>
    public required double LogEvidences { get; init; }

    /// <summary>Do they differ by at most 0.5?</summary>
    public required bool Agree { get; init; }

    /// <summary>Logarithm of the Bayes factor; null where the routes disagree, or no placebo rank stands beside it.</summary>
    public double? LogBayesFactor { get; init; }
}
