namespace Manometer.Assessment;

/// <summary>Where the record is silent. Silence says nothing about pressure.</summary>
public sealed record Coverage
{
    /// <summary>Months of the period up to the date.</summary>
    public required int Months { get; init; }

    /// <summary>Months without any observation.</summary>
    public required IReadOnlyList<string> SilentMonths { get; init; }

    /// <summary>Sectors of the taxonomy without any observation.</summary>
    public required IReadOnlyList<string> SilentSectors { get; init; }

    /// <summary>Share of observations located no closer than a country, 0..1.</summary>
    public required double CountryOnlyShare { get; init; }

    /// <summary>Share of sector-month cells that rest on one origin, 0..1.</summary>
    public required double SingleOriginCells { get; init; }

    /// <summary>Share of observations that carry a step and were brought in by the selector with most of them, 0..1.</summary>
    public required double SelectedShare { get; init; }

    /// <summary>That selector.</summary>
    public string? MainSelector { get; init; }
}
