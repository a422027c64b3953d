namespace Manometer.Statistics;

/// <summary>One break with its interval.</summary>
public sealed record BreakDate
{
    /// <summary>Index, from 0, of the first row after the change; also the number of rows before it.</summary>
    public required int Index { get; init; }

    /// <summary>Lower end of the interval for <see cref="Index"/>.</summary>
    /// <remarks>
    /// Bai (1997), as strucchange computes it: quantiles of the argmax of a two-sided random walk with drift. Its coverage is asymptotic; where neighbouring levels lie close, prefer
    /// <see cref="Posterior"/>. For costs other than L2 the walk is that of each row's gain from the new segment: log likelihood ratios, whitened ranks, the kernel's witness function.
    /// </remarks>
    public required int Lower { get; init; }

    /// <summary>Upper end of the interval for <see cref="Index"/>.</summary>
    public required int Upper { get; init; }

    /// <summary>Probability the interval is made for.</summary>
    public required double Level { get; init; }

    /// <summary>Would the interval reach beyond a neighbouring break or the series, where it was cut?</summary>
    public required bool ReachesNeighbour { get; init; }

    /// <summary>The segment before.</summary>
    public required BreakSegment Before { get; init; }

    /// <summary>The segment after.</summary>
    public required BreakSegment After { get; init; }

    /// <summary>Exact posterior of the date; null for costs that are no likelihood, or several columns.</summary>
    public required BreakPosterior? Posterior { get; init; }

    /// <summary>Is the posterior that of all dates together; or, in a series of more than 2,000 rows or with breaks so many that the j-th date need not be the j-th break found, that of this date with its neighbours held?</summary>
    public required bool PosteriorIsJoint { get; init; }
}
