namespace Manometer.Model;

/// <summary>An objection attached to a claim.</summary>
public sealed record Challenge
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of what it is raised against, or <c>case</c>.</summary>
    public required string Against { get; init; }

    /// <summary>Who raises it.</summary>
    public required string By { get; init; }

    /// <summary>When it was raised.</summary>
    public Edtf? On { get; init; }

    /// <summary>The objection in our own words.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public ChallengeStatus Status { get; init; }

    /// <summary>The answer; null while open.</summary>
    public string? Answer { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }
}
