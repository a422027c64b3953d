namespace Manometer.Assessment;

/// <summary>One claim with its score.</summary>
public sealed record ScoredClaim
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Who said it.</summary>
    public required string Who { get; init; }

    /// <summary>economic or policy.</summary>
    public required string Effect { get; init; }

    /// <summary>What it is about; claims about one thing share one. The claim's own identifier when it stands alone.</summary>
    public required string Question { get; init; }

    /// <summary>SHA-256 of the claim's canonical text: who, what, by when, how resolved.</summary>
    public required string Commit { get; init; }

    /// <summary>registered: the case holds this hash; changed: it holds another; none: it holds none.</summary>
    public required string CommitStatus { get; init; }

    /// <summary>Why it has no score, in words; null when it has one.</summary>
    public string? Unscored { get; init; }

    /// <summary>The rule: Brier, ranked, weighted CRPS or censored CRPS; null without a score.</summary>
    public string? Rule { get; init; }

    /// <summary>What was said, as a probability at the low, middle and high reading; null for numbers and durations.</summary>
    public ReadingRange? Probability { get; init; }

    /// <summary>Score at the low, middle and high reading: 0 to 1, lower is better. Of a number the mean Brier score over thresholds, weighted by the base rate; of a duration the share of the horizon.</summary>
    public ReadingRange? Score { get; init; }

    /// <summary>Score of the base rate on the same claim.</summary>
    public double? Climatology { get; init; }

    /// <summary>Score of the base rate less the claim's: above 0 the claim did better. At the low, middle and high reading.</summary>
    public ReadingRange? Gain { get; init; }

    /// <summary>Logarithmic score in nats at the middle reading, where the rule has one: lower is better.</summary>
    public double? Logarithmic { get; init; }
}
