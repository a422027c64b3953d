using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Reliability of the probabilities of a board, read at the middle, without bins.</summary>
public sealed record ReliabilityPicture
{
    /// <summary>Scored probabilities.</summary>
    public required int Count { get; init; }

    /// <summary>Mean Brier score.</summary>
    public required double Score { get; init; }

    /// <summary>What recalibration would save of it.</summary>
    public required double Miscalibration { get; init; }

    /// <summary>What the recalibrated probabilities save against the share that came true.</summary>
    public required double Discrimination { get; init; }

    /// <summary>Score of the share that came true.</summary>
    public required double Uncertainty { get; init; }

    /// <summary>One point a distinct probability, rising.</summary>
    public required IReadOnlyList<ReliabilityPoint> Points { get; init; }
}
