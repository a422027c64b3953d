namespace Manometer.Model;

/// <summary>A licence or source to be credited.</summary>
public sealed record Credit
{
    /// <summary>What is credited.</summary>
    public required string Title { get; init; }

    /// <summary>Licence name or identifier.</summary>
    public string? Licence { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }
}
