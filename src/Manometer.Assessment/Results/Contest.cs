namespace Manometer.Assessment;

/// <summary>A question on which several forecasters were scored by the same rule.</summary>
public sealed record Contest
{
    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>economic or policy.</summary>
    public required string Effect { get; init; }

    /// <summary>The claims, best first at the middle reading.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Does the first do better than the second at every reading of the words of both?</summary>
    public required bool Settled { get; init; }

    /// <summary>Mean log-odds of the probabilities that the measures move it; null when fewer than two claims say.</summary>
    public double? Pooled { get; init; }
}
