namespace Manometer.Assessment;

/// <summary>Does the index foretell later reports better than baselines that know nothing of measures?</summary>
public sealed record BaselineContest
{
    /// <summary>True only when every baseline is beaten.</summary>
    public required bool Beats { get; init; }

    /// <summary>One score a baseline.</summary>
    public required IReadOnlyList<BaselineScore> Scores { get; init; }

    /// <summary>The result in a sentence.</summary>
    public required string Text { get; init; }
}
