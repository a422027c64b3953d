namespace Manometer.Coding;

/// <summary>Choices of the coder.</summary>
public sealed record CoderOptions
{
    /// <summary>The threshold where none is given.</summary>
    public const double UsualThreshold = 0.5;

    /// <summary>Proposals less probable than this are not made: the coder abstains. 0..1; 0.5 by default, where F1 is largest on the development half.</summary>
    public double Threshold { get; init; } = UsualThreshold;

    /// <summary>Are seasons those of the south, spring from September on? False by default; <see cref="BuiltInPlaces.IsSouthern"/> knows of a country.</summary>
    public bool Southern { get; init; }
}
