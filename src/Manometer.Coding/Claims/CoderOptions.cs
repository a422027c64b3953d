namespace Manometer.Coding;

/// <summary>Choices of the coder.</summary>
public sealed record CoderOptions
{
    /// <summary>Proposals less probable than this are not made: the coder abstains. 0..1; 0.5 by default.</summary>
    public double Threshold { get; init; } = 0.5;
}
