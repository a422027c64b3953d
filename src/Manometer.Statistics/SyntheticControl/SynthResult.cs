namespace Manometer.Statistics;

/// <summary>A synthetic control: the counterfactual, the effect, and what speaks for and against believing it.</summary>
public sealed record SynthResult
{
    /// <summary>The treated unit; several are joined by " + " and averaged.</summary>
    public required string Treated { get; init; }

    /// <summary>First time of the treatment.</summary>
    public required double From { get; init; }

    /// <summary>How it was built.</summary>
    public required SynthMethod Method { get; init; }

    /// <summary>Donors with a weight other than 0, largest first.</summary>
    public required IReadOnlyList<DonorWeight> Weights { get; init; }

    /// <summary>Weights of the times before the treatment; empty except for difference in differences.</summary>
    public IReadOnlyList<TimeWeight> TimeWeights { get; init; } = [];

    /// <summary>Treated and synthetic outcome, time by time.</summary>
    public required IReadOnlyList<SynthPoint> Path { get; init; }

    /// <summary>Root mean squared gap before the treatment, in the unit of the outcome.</summary>
    public required double PreRmspe { get; init; }

    /// <summary>The same after it.</summary>
    public required double PostRmspe { get; init; }

    /// <summary>Mean gap after the treatment: the average effect on the treated.</summary>
    public required double Att { get; init; }

    /// <summary><see cref="PreRmspe"/> divided by the standard deviation of the treated unit's first differences before the treatment; above 1 poor, above 2 refused. NaN when that is 0.</summary>
    public required double PreFit { get; init; }

    /// <summary>Standard error of <see cref="Att"/> for difference in differences (the placebos' spread; the jackknife with several treated units); NaN otherwise.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>The penalty of the ridge correction, in squared units of the outcome; NaN without one.</summary>
    public double Penalty { get; init; } = double.NaN;

    /// <summary>Violation of the conditions of the optimum, relative; at most 1e-9 for an exact fit.</summary>
    public required double KktResidual { get; init; }

    /// <summary>The predictors, where some were named.</summary>
    public IReadOnlyList<PredictorRow> Predictors { get; init; } = [];

    /// <summary>The search for predictor weights; null without predictors.</summary>
    public VSearch? Search { get; init; }

    /// <summary>The placebo test over donors; null with fewer than two donors, or when it was switched off.</summary>
    public PlaceboTest? Placebo { get; init; }

    /// <summary>The fit without each donor that has weight.</summary>
    public required IReadOnlyList<LeftOutDonor> LeaveOneOut { get; init; }

    /// <summary>Units that could not be donors.</summary>
    public required IReadOnlyList<DroppedDonor> Dropped { get; init; }

    /// <summary>Number of donors after the donor rules.</summary>
    public required int DonorCount { get; init; }

    /// <summary>Refusals first, then warnings and notes.</summary>
    public required IReadOnlyList<SynthFlag> Flags { get; init; }

    /// <summary>Is there a reason not to read the numbers as an effect?</summary>
    public bool IsRefused => Flags.Any(flag => flag.Severity == FlagSeverity.Refusal);
}
