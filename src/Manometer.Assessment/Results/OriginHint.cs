namespace Manometer.Assessment;

/// <summary>Two reports of different origins that share facts nobody else has: perhaps one is a translation of the other, or both have them from a third.</summary>
public sealed record OriginHint
{
    /// <summary>Identifier of the report published first.</summary>
    public required string One { get; init; }

    /// <summary>Identifier of the other.</summary>
    public required string Other { get; init; }

    /// <summary>Sum of minus the logarithms of how often each shared fact occurs, at most 10.</summary>
    public required double LogOdds { get; init; }

    /// <summary>The facts, as the observations give them.</summary>
    public required IReadOnlyList<string> Facts { get; init; }
}
