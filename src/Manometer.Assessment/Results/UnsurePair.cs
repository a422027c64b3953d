namespace Manometer.Assessment;

/// <summary>Two observations of which nobody has decided whether they tell of one happening, and for which the odds do not tell either.</summary>
public sealed record UnsurePair
{
    /// <summary>Identifier of an observation.</summary>
    public required string One { get; init; }

    /// <summary>Identifier of another.</summary>
    public required string Other { get; init; }

    /// <summary>Probability that they tell of one happening, .35 to .65; null when it is in dispute by decision.</summary>
    public double? Probability { get; init; }

    /// <summary>Were they counted as one?</summary>
    public required bool Joined { get; init; }

    /// <summary>The decision that calls it disputed; null for none.</summary>
    public string? Decision { get; init; }
}
