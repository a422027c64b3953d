namespace Manometer.Assessment;

/// <summary>A forecast and its resolution, as coded.</summary>
public sealed record AssessedForecast
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>Affiliation.</summary>
    public string? Affiliation { get; init; }

    /// <summary>When, EDTF.</summary>
    public required string MadeOn { get; init; }

    /// <summary>Claim.</summary>
    public required string Claim { get; init; }

    /// <summary>economic or policy.</summary>
    public required string Effect { get; init; }

    /// <summary>Form.</summary>
    public required string Kind { get; init; }

    /// <summary>By when.</summary>
    public string? Horizon { get; init; }

    /// <summary>Probability, 0..1.</summary>
    public double? Probability { get; init; }

    /// <summary>Whence the probability.</summary>
    public required string Elicitation { get; init; }

    /// <summary>Number predicted.</summary>
    public double? Predicted { get; init; }

    /// <summary>Number that came.</summary>
    public double? Actual { get; init; }

    /// <summary>Unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Criterion.</summary>
    public string? Criterion { get; init; }

    /// <summary>Outcome.</summary>
    public required string Outcome { get; init; }

    /// <summary>Basis.</summary>
    public string? Basis { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Note.</summary>
    public string? Note { get; init; }
}
