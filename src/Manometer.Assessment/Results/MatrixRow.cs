namespace Manometer.Assessment;

/// <summary>One story in the matrix of an analyst.</summary>
public sealed record MatrixRow
{
    /// <summary>Identifier of the story.</summary>
    public required string Hypothesis { get; init; }

    /// <summary>Its entries, one an item of evidence of the whole matrix: very-consistent ... very-inconsistent, not-applicable; empty where the analyst did not judge.</summary>
    public required IReadOnlyList<string> Entries { get; init; }

    /// <summary>Prior probability, the priors of the case scaled to one.</summary>
    public required double Prior { get; init; }

    /// <summary>Least posterior while every likelihood moves in the range its word stands for.</summary>
    public required double Low { get; init; }

    /// <summary>Posterior with every likelihood at the middle of its range.</summary>
    public required double Posterior { get; init; }

    /// <summary>Greatest posterior.</summary>
    public required double High { get; init; }

    /// <summary>Legacy count: sum of squared distances below neutral; a lower one ranked first.</summary>
    public required int Inconsistency { get; init; }

    /// <summary>Legacy count: sum of squared distances above neutral.</summary>
    public required int Consistency { get; init; }

    /// <summary>Legacy count: 1 for inconsistent, 2 for very inconsistent, times the weight.</summary>
    public required double WeightedInconsistency { get; init; }
}
