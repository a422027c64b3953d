namespace Manometer.Assessment;

/// <summary>The index against a forecaster that knows nothing of measures, on reports before they were published.</summary>
public sealed record BaselineScore
{
    /// <summary><c>climatology</c>: the sector's past record; <c>persistence</c>: its last six months.</summary>
    public required string Against { get; init; }

    /// <summary>Mean log score of the index less the baseline's, nats a month with reports; above 0 the index is better.</summary>
    public required double Advantage { get; init; }

    /// <summary>Months compared.</summary>
    public required int Months { get; init; }

    /// <summary>Two-sided p-value (Diebold and Mariano 1995; permutation of signs below 15 months).</summary>
    public required double PValue { get; init; }

    /// <summary>Is the index better, with p below 0.05?</summary>
    public required bool Beaten { get; init; }
}
