namespace Manometer.Model;

/// <summary>One cell of an evidence matrix: how one analyst sees one item of evidence against one hypothesis.</summary>
public sealed record Judgement
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Who judges.</summary>
    public required string Analyst { get; init; }

    /// <summary>Identifier of a hypothesis of the case.</summary>
    public required string Hypothesis { get; init; }

    /// <summary>Identifier of an observation or an objection, or words of its own.</summary>
    public required string Evidence { get; init; }

    /// <summary>How it stands.</summary>
    public Consistency Entry { get; init; }

    /// <summary>Weight of the evidence, 0..10; null: 1.</summary>
    public double? Weight { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}
