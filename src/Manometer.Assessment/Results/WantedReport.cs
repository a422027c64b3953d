namespace Manometer.Assessment;

/// <summary>A report that nobody has yet, and what it would be worth.</summary>
public sealed record WantedReport
{
    /// <summary>Sector it would be of.</summary>
    public required string Sector { get; init; }

    /// <summary>Month it would speak of, <c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Source it would come from.</summary>
    public required string Source { get; init; }

    /// <summary>Expected information about which story holds, in bits.</summary>
    public required double Bits { get; init; }
}
