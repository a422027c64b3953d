namespace Manometer.Assessment;

/// <summary>Rank of the true dates of the measures among false ones.</summary>
public sealed record PlaceboRank
{
    /// <summary>Shifts of all dates tried, in months, at least nine months from both ends.</summary>
    public required int Shifts { get; init; }

    /// <summary>The first shift, in months; below 0 for earlier dates.</summary>
    public required int FirstShift { get; init; }

    /// <summary>The last shift.</summary>
    public required int LastShift { get; init; }

    /// <summary>Shifted dates that fit at least as well as the true ones.</summary>
    public required int AsGood { get; init; }

    /// <summary>(1 + as good) / (1 + shifts).</summary>
    public required double PValue { get; init; }

    /// <summary>Largest logarithm of the Bayes factor over the lags, at the true dates.</summary>
    public required double LogBayesFactor { get; init; }
}
