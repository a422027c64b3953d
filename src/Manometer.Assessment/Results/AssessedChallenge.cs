namespace Manometer.Assessment;

/// <summary>An objection.</summary>
public sealed record AssessedChallenge
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Against what.</summary>
    public required string Against { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, EDTF.</summary>
    public string? On { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>Status.</summary>
    public required string Status { get; init; }

    /// <summary>Answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }
}
