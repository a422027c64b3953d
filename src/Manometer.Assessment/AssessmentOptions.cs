using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>What an assessment is asked for, apart from the case.</summary>
public sealed record AssessmentOptions
{
    /// <summary>Use only what was published by this day; null: the case's own end of record, else its last publication.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Name and version of the program, written into the provenance.</summary>
    public required string Program { get; init; }

    /// <summary>What the stories of the case would have said of its claims; default none, and no story is on the scoreboard.</summary>
    public IReadOnlyList<HypothesisForecast> HypothesisForecasts { get; init; } = [];

    /// <summary>Warnings of the check; errors never get here, because a case with errors is not assessed.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>The pressure index of the same case and date; null, the default, leaves it out.</summary>
    public PressureIndex? Pressure { get; init; }

    /// <summary>The verdict on the same case and date; null, the default, leaves it out.</summary>
    public Verdict? Verdict { get; init; }
}
