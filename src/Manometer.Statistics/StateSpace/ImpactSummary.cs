namespace Manometer.Statistics;

/// <summary>The average of the observed rows after an intervention, and what it would have been.</summary>
/// <param name="Rows">Rows averaged.</param>
/// <param name="Actual">The average observed.</param>
/// <param name="Predicted">Its posterior mean without the intervention.</param>
/// <param name="Sd">Its posterior standard deviation.</param>
/// <param name="PredictedLower">Lower end of its credible interval.</param>
/// <param name="PredictedUpper">Upper end.</param>
/// <param name="TailArea">The smaller of the probabilities that the prediction lies below and above the average observed.</param>
/// <param name="Warnings">What to know of how this was found.</param>
public readonly record struct ImpactSummary(int Rows, double Actual, double Predicted, double Sd, double PredictedLower, double PredictedUpper, double TailArea, ImpactWarnings Warnings)
{
    /// <summary>Actual less predicted.</summary>
    public double Effect => Actual - Predicted;

    /// <summary>Lower end of the effect's credible interval: actual less the upper end of the prediction.</summary>
    public double Lower => Actual - PredictedUpper;

    /// <summary>Upper end of the effect's credible interval.</summary>
    public double Upper => Actual - PredictedLower;
}
