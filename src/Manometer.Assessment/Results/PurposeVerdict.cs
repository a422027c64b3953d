namespace Manometer.Assessment;

/// <summary>How far one purpose of the measures was reached, as a distribution over five steps.</summary>
public sealed record PurposeVerdict
{
    /// <summary><c>coerce</c>, <c>constrain</c> or <c>signal</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary><c>base-rate</c>: how often such measures were effective elsewhere; <c>analysts</c>: entered in the case.</summary>
    public required string Basis { get; init; }

    /// <summary>Probability of 1 (not at all) to 5 (wholly); sums to 1.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Probability of 4 or 5.</summary>
    public required double Effective { get; init; }

    /// <summary>Whence it comes.</summary>
    public required string Note { get; init; }
}
