using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A captured document on its way into a case.</summary>
public sealed record IncomingReport
{
    /// <summary>The bytes to keep.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Ending of its file, with the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>Its address; null when none is known.</summary>
    public string? Address { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published; null when unknown: then any day up to the capture.</summary>
    public Edtf? Published { get; init; }

    /// <summary>Name of who published it; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>The beginning of its text, in which the name of a source of the case may stand; empty by default.</summary>
    public string Head { get; init; } = "";

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The day of the capture.</summary>
    public required DateOnly Captured { get; init; }

    /// <summary>Encoding its bytes need beside themselves; null when they speak for themselves.</summary>
    public string? Charset { get; init; }
}
