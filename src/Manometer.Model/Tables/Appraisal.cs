namespace Manometer.Model;

/// <summary>How far one analyst holds a purpose of the measures to be reached, or what they contributed, as a distribution over steps: a judgement, not a finding of the program.</summary>
public sealed record Appraisal
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Who appraises.</summary>
    public required string Analyst { get; init; }

    /// <summary>When; a later one of the same analyst on the same thing takes its place. Null: it holds from the beginning.</summary>
    public Edtf? On { get; init; }

    /// <summary>The purpose, or the contribution.</summary>
    public AppraisalQuestion Question { get; init; }

    /// <summary>The objective it is about; null: the measures as a whole.</summary>
    public string? Objective { get; init; }

    /// <summary>Probability of each step, sum 1: five for a purpose (1 not at all to 5 wholly), four for the contribution (1 against the purpose, 2 little or none, 3 substantial, 4 decisive).</summary>
    public IReadOnlyList<double> Probabilities { get; init; } = [];

    /// <summary>Why.</summary>
    public required string Rationale { get; init; }

    /// <summary>Observations it rests on.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Anything else.</summary>
    public string? Note { get; init; }

    /// <summary>Number of steps of a question: 4 for the contribution, 5 for a purpose.</summary>
    public static int StepsOf(AppraisalQuestion question) => question == AppraisalQuestion.Contribution ? 4 : 5;
}
