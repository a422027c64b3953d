namespace Manometer.Statistics;

/// <summary>Evidence of what was published by the end of a month.</summary>
/// <param name="Month">Month, 0-based.</param>
/// <param name="Reports">Reports with weight published by then.</param>
/// <param name="LogEvidence">ln evidence of all that was published by then.</param>
/// <param name="LogPredictive">ln probability of the month's reports given the earlier ones: the difference of two evidences, so that the terms add up.</param>
/// <param name="MeanEffect">The mean effect as it was known then; null without effects.</param>
public readonly record struct CurvePoint(int Month, int Reports, double LogEvidence, double LogPredictive, OrdinalEstimate? MeanEffect)
{
    /// <summary>Posterior probability, as it was known then, that the mean effect is above 0; null without effects.</summary>
    public double? Positive { get; init; }
}
