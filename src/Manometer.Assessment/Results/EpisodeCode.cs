namespace Manometer.Assessment;

/// <summary>The outcome of one objective in the codes of the field, each as a distribution, from what analysts entered.</summary>
public sealed record EpisodeCode
{
    /// <summary>The objective; null: the measures as a whole.</summary>
    public string? Objective { get; init; }

    /// <summary>Hufbauer, Schott and Elliott: probability of the policy results 1 (failed) to 4 (reached).</summary>
    public required IReadOnlyList<double> HseResult { get; init; }

    /// <summary>Probability of the contributions 1 to 4; null where none was entered.</summary>
    public IReadOnlyList<double>? HseContribution { get; init; }

    /// <summary>Probability of every product of result and contribution, 1 to 16, the two taken as independent; empty where no contribution was entered.</summary>
    public required IReadOnlyList<ScoreShare> HseScores { get; init; }

    /// <summary>Probability that the product reaches 9; null where no contribution was entered.</summary>
    public double? HseSuccess { get; init; }

    /// <summary>Targeted Sanctions Consortium: probability of the steps 1 to 5 of coercion.</summary>
    public required IReadOnlyList<double> TscCoerce { get; init; }

    /// <summary>Global Sanctions Data Base: probability of its classes, failed to total success.</summary>
    public required IReadOnlyList<ClassShare> GsdbClasses { get; init; }
}
