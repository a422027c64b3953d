namespace Manometer.Statistics;

/// <summary>What an intervention did to a series, with what it rests on.</summary>
public sealed record ImpactResult
{
    /// <summary>Average of the observed rows after.</summary>
    public required ImpactEstimate Average { get; init; }

    /// <summary>Sum of the observed rows after.</summary>
    public required ImpactEstimate Cumulative { get; init; }

    /// <summary>Average over predicted, less 1; null where the prediction may be of either sign.</summary>
    public ImpactEstimate? Relative { get; init; }

    /// <summary>Posterior mean of actual over predicted, less 1: the relative effect as CausalImpact prints it. Null like <see cref="Relative"/>.</summary>
    public double? RelativeMean { get; init; }

    /// <summary>The smaller of the probabilities that the prediction lies below and above the actual average. Far below 1e-6 its digits depend on the priors' tails.</summary>
    public required double TailArea { get; init; }

    /// <summary>Probability left outside the intervals.</summary>
    public required double Alpha { get; init; }

    /// <summary>Rows used before: first and last, gaps in y included.</summary>
    public required ImpactPeriods Periods { get; init; }

    /// <summary>Values of the response before.</summary>
    public required int RowsBefore { get; init; }

    /// <summary>Rows before that have none.</summary>
    public required int MissingBefore { get; init; }

    /// <summary>Rows between before and after, used for nothing.</summary>
    public required int GapRows { get; init; }

    /// <summary>Values of the response after.</summary>
    public required int RowsAfter { get; init; }

    /// <summary>Rows after that have none: left out of actual and predicted alike.</summary>
    public required int MissingAfter { get; init; }

    /// <summary>Each row after.</summary>
    public required IReadOnlyList<ImpactPoint> Points { get; init; }

    /// <summary>Level, season and regression of each row from the first fitted to the last after.</summary>
    public required IReadOnlyList<ImpactPart> Parts { get; init; }

    /// <summary>The regression's columns, the constant first; empty without covariates.</summary>
    public required IReadOnlyList<ImpactColumn> Columns { get; init; }

    /// <summary>The standard deviations of the model.</summary>
    public required IReadOnlyList<ImpactNoise> Noises { get; init; }

    /// <summary>Logarithm of the probability density of the standardised response before the intervention.</summary>
    public required double LogEvidence { get; init; }

    /// <summary>Sets of columns that were summed or sampled.</summary>
    public required int Models { get; init; }

    /// <summary>Share of the mass of sets of columns that was summed: 1 when all were, null when they were sampled.</summary>
    public double? Captured { get; init; }

    /// <summary>Standard error of the average effect that sampling the sets of columns leaves; 0 when nothing was sampled.</summary>
    public required double MonteCarloError { get; init; }

    /// <summary>What to know of how this was found.</summary>
    public required ImpactWarnings Warnings { get; init; }

    /// <summary>The warnings as codes, such as <c>RHO_AT_EDGE</c>.</summary>
    public IReadOnlyList<string> WarningCodes => [.. Enum.GetValues<ImpactWarnings>().Where(one => one != ImpactWarnings.None && Warnings.HasFlag(one)).Select(one => CodeText.Of(one))];

    /// <summary>Whether the credible interval of the average effect covers 0.</summary>
    public bool CoversZero => Average.Lower <= 0 && Average.Upper >= 0;

    /// <summary>The result in a few sentences. It says what differs from the prediction, not what caused it.</summary>
    public string Sentence => ImpactSentence.Of(this);
}
