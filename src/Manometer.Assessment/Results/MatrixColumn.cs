namespace Manometer.Assessment;

/// <summary>What one item of evidence tells between the stories, as one analyst judged it.</summary>
public sealed record MatrixColumn
{
    /// <summary>The item.</summary>
    public required string Evidence { get; init; }

    /// <summary>Its weight.</summary>
    public required double Weight { get; init; }

    /// <summary>Information about the stories, in bits, at the middle of the ranges; 0 for what fits every story alike.</summary>
    public required double Bits { get; init; }

    /// <summary>Weight of evidence between the story it fits best and the one it fits least, in decibans, at the middle of the ranges.</summary>
    public required double Decibans { get; init; }

    /// <summary>Legacy diagnosticity: standard deviation of the entries.</summary>
    public required double Diagnosticity { get; init; }
}
