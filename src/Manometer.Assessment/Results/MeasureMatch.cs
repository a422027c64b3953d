namespace Manometer.Assessment;

/// <summary>A measure an observation may have to do with. Not a claim of cause.</summary>
public sealed record MeasureMatch
{
    /// <summary>Identifier.</summary>
    public required string Measure { get; init; }

    /// <summary>Months from the measure's effective date to the earliest day of the observation; negative when the report names a measure not yet in force.</summary>
    public required double LagMonths { get; init; }

    /// <summary>The report ties the observation to this measure; else only date and sector do.</summary>
    public required bool Stated { get; init; }

    /// <summary>The measure aims at all sectors.</summary>
    public required bool Broad { get; init; }
}
