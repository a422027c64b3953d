namespace Manometer.Assessment;

/// <summary>What the measures did to the numbers: each date in question beside each outcome series it may have moved.</summary>
public sealed record AssessedImpacts
{
    /// <summary>The rules that decide what is compared and how, in words; none of them looks at a value of an outcome.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>One row a series and date in question, in order of the series, then of the date; what was refused stays among them.</summary>
    public required IReadOnlyList<AssessedImpact> Rows { get; init; }

    /// <summary>Rival causes that are flagged on a row, in order of the register.</summary>
    public required IReadOnlyList<ImpactRival> Rivals { get; init; }
}
