namespace Manometer.Statistics;

/// <summary>One row after the intervention.</summary>
/// <param name="Row">Row, from 0.</param>
/// <param name="Actual">The value observed, or null where it is missing.</param>
/// <param name="Predicted">Posterior mean without the intervention.</param>
/// <param name="Lower">Lower end of the prediction's credible interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="CumulativeEffect">Sum of the effects of the observed rows so far.</param>
/// <param name="CumulativeLower">Lower end of that sum's interval.</param>
/// <param name="CumulativeUpper">Upper end.</param>
public sealed record ImpactPoint(int Row, double? Actual, double Predicted, double Lower, double Upper, double CumulativeEffect, double CumulativeLower, double CumulativeUpper);
