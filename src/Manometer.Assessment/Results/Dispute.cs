namespace Manometer.Assessment;

/// <summary>Two observations that cannot both be right as they stand: kept side by side, with the chain of each, and settled by nobody here.</summary>
public sealed record Dispute
{
    /// <summary>What they differ in: <c>direction</c>, <c>no-change</c>, <c>amount</c>, <c>by-or-to</c>, <c>denial</c>, <c>cause</c> or <c>date</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier of the observation published first.</summary>
    public required string One { get; init; }

    /// <summary>Identifier of the other.</summary>
    public required string Other { get; init; }

    /// <summary>The happening both tell of; null where they share sector, indicator, place and time only.</summary>
    public string? Event { get; init; }

    /// <summary>Do both rest on one origin?</summary>
    public required bool SameOrigin { get; init; }

    /// <summary>What the difference is, in numbers where there are any.</summary>
    public required string Text { get; init; }
}
