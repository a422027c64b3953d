namespace Manometer.Model;

/// <summary>Negative controls: what the measures cannot have touched, by the declaration of the case. A model that finds an effect there finds effects where there are none.</summary>
public sealed record Controls
{
    /// <summary>No control.</summary>
    public static Controls None { get; } = new();

    /// <summary>Sectors of the taxonomy.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Places of the gazetteer; those within one belong to it.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Indicators of the taxonomy.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Why they cannot have been touched, in the author's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Is nothing declared?</summary>
    public bool IsEmpty => Sectors.Count + Places.Count + Indicators.Count == 0;
}
