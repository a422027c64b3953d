namespace Manometer.Assessment;

/// <summary>What one analyst entered on a purpose, or on the contribution.</summary>
public sealed record AppraisedBy
{
    /// <summary>Identifier of the appraisal.</summary>
    public required string Id { get; init; }

    /// <summary>Who.</summary>
    public required string Analyst { get; init; }

    /// <summary>When, EDTF; null: no date was given.</summary>
    public string? On { get; init; }

    /// <summary>Probability of each step, from 1; sum 1.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Why, in the analyst's words.</summary>
    public required string Rationale { get; init; }

    /// <summary>Observations it rests on.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }
}
