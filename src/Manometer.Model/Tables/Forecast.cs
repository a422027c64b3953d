namespace Manometer.Model;

/// <summary>Who said when that what would happen by when.</summary>
public sealed record Forecast
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Who said it.</summary>
    public required string Who { get; init; }

    /// <summary>Affiliation at the time.</summary>
    public string? Affiliation { get; init; }

    /// <summary>When it was said.</summary>
    public required Edtf MadeOn { get; init; }

    /// <summary>The claim in our own words.</summary>
    public required string Claim { get; init; }

    /// <summary>Economic or policy effect.</summary>
    public ForecastEffect Effect { get; init; }

    /// <summary>Its form.</summary>
    public ForecastKind Kind { get; init; }

    /// <summary>By when: EDTF, or <c>open</c>.</summary>
    public string? Horizon { get; init; }

    /// <summary>Probability stated or elicited, 0..1.</summary>
    public double? Probability { get; init; }

    /// <summary>Whence the probability comes.</summary>
    public Elicitation Elicitation { get; init; }

    /// <summary>The number predicted, in <see cref="Unit"/>.</summary>
    public double? Predicted { get; init; }

    /// <summary>The number that came, in <see cref="Unit"/>.</summary>
    public double? Actual { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>How it is resolved.</summary>
    public string? Criterion { get; init; }

    /// <summary>How it was resolved.</summary>
    public ForecastOutcome Outcome { get; init; }

    /// <summary>When it was resolved.</summary>
    public Edtf? ResolvedOn { get; init; }

    /// <summary>On what the resolution rests.</summary>
    public string? Basis { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>The verbal term its likelihood was read from, one of <see cref="VerbalTerm.All"/>; null: none was coded.</summary>
    public string? Words { get; init; }

    /// <summary>What it is about; claims about one thing share one. Null: it stands alone.</summary>
    public string? Question { get; init; }

    /// <summary>What it says of the measures.</summary>
    public ForecastStance Asserts { get; init; }

    /// <summary>The number as it stood when the claim was made, in <see cref="Unit"/>: what comes if nothing changes.</summary>
    public double? Before { get; init; }

    /// <summary>How far such numbers usually move over such a time (a standard deviation), in <see cref="Unit"/>, above 0.</summary>
    public double? Scale { get; init; }

    /// <summary>Of a duration: the earliest month from the start, above 0.</summary>
    public double? MonthsLow { get; init; }

    /// <summary>Of a duration: the latest month from the start.</summary>
    public double? MonthsHigh { get; init; }

    /// <summary>From when a duration runs; null: from when it was said.</summary>
    public Edtf? Start { get; init; }

    /// <summary>When it happened; null: it did not, or is not known.</summary>
    public Edtf? Occurred { get; init; }

    /// <summary>SHA-256 of the claim as it was registered (<see cref="ClaimText"/>), 64 hexadecimal digits; null: it was not.</summary>
    public string? Commit { get; init; }
}
