namespace Manometer.Statistics;

/// <summary>The index of a line in a month: the line's state less its mean over the baseline months, in logits; above 0 is more than in the baseline.</summary>
/// <param name="Month">Month, 0-based.</param>
/// <param name="Estimate">Posterior.</param>
public readonly record struct IndexPoint(int Month, OrdinalEstimate Estimate);
