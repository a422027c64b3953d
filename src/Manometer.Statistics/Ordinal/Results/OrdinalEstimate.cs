namespace Manometer.Statistics;

/// <summary>A number with its uncertainty: posterior mean, sd and central intervals.</summary>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Sd">Posterior sd.</param>
/// <param name="Low50">Lower end of the central 50 % interval.</param>
/// <param name="High50">Upper end of the central 50 % interval.</param>
/// <param name="Low90">Lower end of the central 90 % interval.</param>
/// <param name="High90">Upper end of the central 90 % interval.</param>
public readonly record struct OrdinalEstimate(double Mean, double Sd, double Low50, double High50, double Low90, double High90)
{
    internal static OrdinalEstimate Of(NodeMixture mixture) =>
        new(mixture.Mean, mixture.Sd, mixture.Quantile(0.25), mixture.Quantile(0.75), mixture.Quantile(0.05), mixture.Quantile(0.95));
}
