namespace Manometer.Assessment;

/// <summary>Outcomes of forecasts of one effect; counts, not scores.</summary>
public sealed record ForecastTally
{
    /// <summary>economic or policy.</summary>
    public required string Effect { get; init; }

    /// <summary>Came true.</summary>
    public required int True { get; init; }

    /// <summary>Did not.</summary>
    public required int False { get; init; }

    /// <summary>In part.</summary>
    public required int Partly { get; init; }

    /// <summary>Open.</summary>
    public required int Open { get; init; }

    /// <summary>Condition did not occur.</summary>
    public required int Lapsed { get; init; }

    /// <summary>Cannot be told.</summary>
    public required int Unresolved { get; init; }
}
