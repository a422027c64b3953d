namespace Manometer.Publishing;

/// <summary>Two texts that share passages.</summary>
public sealed record CopyFound
{
    /// <summary>Identifier of the text published first, or that stands first.</summary>
    public required string First { get; init; }

    /// <summary>Identifier of the other.</summary>
    public required string Second { get; init; }

    /// <summary><c>copy</c>: one text; <c>shared-origin</c>: they share passages.</summary>
    public required string Kind { get; init; }

    /// <summary>Shared shingles over all, 0 to 1.</summary>
    public required double Jaccard { get; init; }

    /// <summary>Shared shingles over those of the shorter text, 0 to 1.</summary>
    public required double Containment { get; init; }

    /// <summary>Words in the longest shared passage.</summary>
    public required int SharedRun { get; init; }

    /// <summary>Are the days known and different?</summary>
    public required bool Directed { get; init; }

    /// <summary>Decision of <c>links.csv</c> on the pair; null for none.</summary>
    public string? Decided { get; init; }
}
