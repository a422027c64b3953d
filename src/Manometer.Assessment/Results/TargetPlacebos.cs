namespace Manometer.Assessment;

/// <summary>The same measures with their target sectors drawn anew: does the record speak for the true targets more than for others?</summary>
public sealed record TargetPlacebos
{
    /// <summary>Assignments of sectors tried, each different from the true one and from the others.</summary>
    public required int Assignments { get; init; }

    /// <summary>How many fit the record at least as well as the true targets.</summary>
    public required int AsGood { get; init; }

    /// <summary>(1 + as good) / (1 + assignments).</summary>
    public required double PValue { get; init; }

    /// <summary>Largest logarithm of the Bayes factor of effects against none over the lags, at the true targets.</summary>
    public required double LogBayesFactor { get; init; }
}
