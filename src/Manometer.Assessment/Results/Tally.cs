namespace Manometer.Assessment;

/// <summary>How much of what is in the record by the date.</summary>
public sealed record Tally
{
    /// <summary>Observations.</summary>
    public required int Observations { get; init; }

    /// <summary>Observations that carry a pressure step.</summary>
    public required int WithStep { get; init; }

    /// <summary>Observations that are acts of policy or enforcement.</summary>
    public required int Acts { get; init; }

    /// <summary>Observations that are context.</summary>
    public required int Background { get; init; }

    /// <summary>Observations that are supposed, feared or predicted.</summary>
    public required int Conjectures { get; init; }

    /// <summary>Reports.</summary>
    public required int Reports { get; init; }

    /// <summary>Sources with a report.</summary>
    public required int Sources { get; init; }

    /// <summary>Independent origins among the observations that carry a step.</summary>
    public required int Origins { get; init; }

    /// <summary>Measures adopted.</summary>
    public required int Measures { get; init; }

    /// <summary>Observations left out because their report was not surely published by the date.</summary>
    public required int Withheld { get; init; }

    /// <summary>How the observations that carry a step are tied to the sanctions.</summary>
    public required AttributionSplit Attribution { get; init; }
}
