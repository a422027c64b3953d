namespace Manometer.Assessment;

/// <summary>How far one purpose of the measures was reached, as a distribution over five steps.</summary>
public sealed record PurposeVerdict
{
    /// <summary><c>coerce</c>, <c>constrain</c> or <c>signal</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>What was wanted; null: the measures as a whole.</summary>
    public string? Objective { get; init; }

    /// <summary><c>base-rate</c>: how often such measures were effective elsewhere; <c>analysts</c>: entered in the case.</summary>
    public required string Basis { get; init; }

    /// <summary>Probability of 1 (not at all) to 5 (wholly); sums to 1.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Probability of 4 or 5.</summary>
    public required double Effective { get; init; }

    /// <summary>Lowest that an analyst gives to 4 or 5; null without analysts.</summary>
    public double? Low { get; init; }

    /// <summary>Highest that an analyst gives to 4 or 5; null without analysts.</summary>
    public double? High { get; init; }

    /// <summary>Share of episodes elsewhere that were effective for this purpose: what would be said without any appraisal.</summary>
    public required double BaseRate { get; init; }

    /// <summary>What each analyst entered, the last of each; empty at the base rate.</summary>
    public IReadOnlyList<AppraisedBy> Analysts { get; init; } = [];

    /// <summary>Whence it comes.</summary>
    public required string Note { get; init; }
}
