namespace Manometer.Assessment;

/// <summary>One sector, group or place over the whole period.</summary>
public sealed record LineBalance
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Name on the page.</summary>
    public required string Name { get; init; }

    /// <summary>Its steps; null when no observation of it carries one.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Observations of it, with or without a step.</summary>
    public required int Observations { get; init; }

    /// <summary>How its steps are tied to the sanctions.</summary>
    public required AttributionSplit Attribution { get; init; }

    /// <summary>First month with an observation.</summary>
    public string? FirstMonth { get; init; }

    /// <summary>Last month with an observation.</summary>
    public string? LastMonth { get; init; }

    /// <summary>Months of the period without an observation of it.</summary>
    public required int SilentMonths { get; init; }
}
