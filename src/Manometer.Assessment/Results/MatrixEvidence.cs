namespace Manometer.Assessment;

/// <summary>One item of evidence.</summary>
public sealed record MatrixEvidence
{
    /// <summary>Identifier of the observation or objection, or the words of the item.</summary>
    public required string Id { get; init; }

    /// <summary>observation, objection or label.</summary>
    public required string Kind { get; init; }

    /// <summary>What it says: the summary of the observation, the text of the objection, or the words of the item.</summary>
    public required string Text { get; init; }

    /// <summary>Greatest standard deviation between the analysts' points on one story, on the scale of one to five; null with fewer than two judgements of one cell.</summary>
    public double? Disagreement { get; init; }

    /// <summary>none up to 0.25, mild up to 1.0, strong up to 1.74, else extreme; null without a disagreement.</summary>
    public string? DisagreementWord { get; init; }
}
