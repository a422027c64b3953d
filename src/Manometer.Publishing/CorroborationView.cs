using Manometer.Assessment;

namespace Manometer.Publishing;

/// <summary>What <c>corroborate</c> prints as JSON.</summary>
public sealed record CorroborationView
{
    /// <summary>The date of the assessment.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What two observations or more tell of.</summary>
    public required IReadOnlyList<Happening> Happenings { get; init; }

    /// <summary>Pairs of observations that cannot both be right.</summary>
    public required IReadOnlyList<Dispute> Disputes { get; init; }

    /// <summary>Pairs somebody should decide.</summary>
    public required IReadOnlyList<UnsurePair> Unsure { get; init; }

    /// <summary>Reports of different origins that share rare facts.</summary>
    public required IReadOnlyList<OriginHint> OriginHints { get; init; }

    /// <summary>Captured texts that share passages.</summary>
    public required IReadOnlyList<CopyFound> Copies { get; init; }

    /// <summary>Every source, with what the data say of its letter.</summary>
    public required IReadOnlyList<AssessedSource> Sources { get; init; }
}
