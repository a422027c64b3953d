namespace Manometer.Assessment;

/// <summary>Probabilities of the stories at the end of a month, from what was published by then.</summary>
public sealed record VerdictMonth
{
    /// <summary>Month, <c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Observations that had been published by then.</summary>
    public required int Reports { get; init; }

    /// <summary>One probability a story, in the order of the stories.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Natural logarithms of the evidences, in the same order; a page recomputes priors from them.</summary>
    public required IReadOnlyList<double> LogEvidences { get; init; }

    /// <summary>Probability that the measures bite, under the case's own priors.</summary>
    public required double Bite { get; init; }

    /// <summary>Smallest of it over the set of priors and temperings.</summary>
    public required double Low { get; init; }

    /// <summary>Largest of it over the set of priors and temperings.</summary>
    public required double High { get; init; }
}
