namespace Manometer.Statistics;

/// <summary>Treated and synthetic outcome at one time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Actual">The treated unit, or the mean of several; unit of the outcome.</param>
/// <param name="Synthetic">The counterfactual.</param>
/// <param name="IsPost">At or after the treatment?</param>
public readonly record struct SynthPoint(double Time, double Actual, double Synthetic, bool IsPost)
{
    /// <summary>Actual less synthetic: before the treatment the error of the fit, after it the estimated effect.</summary>
    public double Gap => Actual - Synthetic;
}
