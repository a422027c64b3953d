namespace Manometer.Assessment;

/// <summary>The verdict with a part of the record left out, by exact refit.</summary>
public sealed record LeaveOut
{
    /// <summary><c>source</c>, <c>origin</c>, <c>event</c>, <c>coder</c>, <c>measure</c> (those of one quarter together) or <c>series</c>; or <c>reading</c>: nothing is left out, but unsure pairs of observations are read as one happening, or as two, or the number of reports as growing or falling with the pressure.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifier of what is left out; for the series, what they are of.</summary>
    public required string Id { get; init; }

    /// <summary>Observations left out.</summary>
    public required int Reports { get; init; }

    /// <summary>Probability that the measures bite without it; null where nothing can be said.</summary>
    public double? Probability { get; init; }

    /// <summary>Smallest of it over the set of priors and temperings.</summary>
    public required double Low { get; init; }

    /// <summary>Largest of it over the set of priors and temperings.</summary>
    public required double High { get; init; }

    /// <summary>Word of the verdict without it.</summary>
    public required string Word { get; init; }

    /// <summary>Evidences of the stories without it, in their order; a page recomputes priors from them.</summary>
    public required IReadOnlyList<double> LogEvidences { get; init; }
}
