namespace Manometer.Assessment;

/// <summary>One year or one quarter.</summary>
public sealed record PeriodBalance
{
    /// <summary><c>yyyy</c> or <c>yyyy-Qn</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Steps of the observations that fall into it whole; null when none carries one.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Observations that fall into it whole; one whose date is coarser than the period is not counted.</summary>
    public required int Observations { get; init; }
}
