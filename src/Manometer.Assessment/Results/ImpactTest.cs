namespace Manometer.Assessment;

/// <summary>The same question asked where nothing is known to have happened, and what is left of it beside all other questions of the case.</summary>
public sealed record ImpactTest
{
    /// <summary>dates: false dates of the same series; units: other members of the panel at the same date.</summary>
    public required string Kind { get; init; }

    /// <summary>How many false dates, or other units that fit about as well.</summary>
    public required int Placebos { get; init; }

    /// <summary>At how many of them as much was found.</summary>
    public required int AsLarge { get; init; }

    /// <summary>(1 + as large) / (1 + placebos).</summary>
    public required double P { get; init; }

    /// <summary>The least P can be here.</summary>
    public required double SmallestP { get; init; }

    /// <summary>Rank of the ratio of errors after and before, for a synthetic control: place and number, <c>3 of 39</c>.</summary>
    public string? RatioRank { get; init; }

    /// <summary>Rank of the mean gap among all units.</summary>
    public string? GapRank { get; init; }

    /// <summary>Rank of the mean gap among units that fit about as well: the one P is of.</summary>
    public string? SimilarRank { get; init; }

    /// <summary>P adjusted for the other series tested against the same measure; the largest where the row belongs to several.</summary>
    public required double AdjustedP { get; init; }

    /// <summary>How it was adjusted, in words.</summary>
    public required string Adjustment { get; init; }

    /// <summary>Adjusted further for the number of measures, by Benjamini and Hochberg over their families: of those at or below a level at most that share is false, in expectation.</summary>
    public required double FalseDiscovery { get; init; }

    /// <summary>Likewise by Holm, for a sentence that stands alone.</summary>
    public required double Holm { get; init; }
}
