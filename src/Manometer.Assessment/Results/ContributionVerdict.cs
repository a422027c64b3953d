namespace Manometer.Assessment;

/// <summary>Third verdict: what the measures contributed beside other instruments, from 1 (against the purpose) to 4 (decisive).</summary>
public sealed record ContributionVerdict
{
    /// <summary><c>none</c>: nobody has entered one, and no rate of the field is known; <c>analysts</c>: entered in the case.</summary>
    public required string Basis { get; init; }

    /// <summary>Probability of 1 to 4; null where none was entered.</summary>
    public IReadOnlyList<double>? Probabilities { get; init; }

    /// <summary>Probability that result times contribution reaches 9 of 16 (Hufbauer, Schott and Elliott); of the measures as a whole; null where one of the two was not entered.</summary>
    public double? HseSuccess { get; init; }

    /// <summary>What each analyst entered on the measures as a whole, the last of each; empty where none did.</summary>
    public IReadOnlyList<AppraisedBy> Analysts { get; init; } = [];

    /// <summary>Whence it comes, or what is missing, in a sentence.</summary>
    public required string Note { get; init; }
}
