namespace Manometer.Assessment;

/// <summary>An effect with its interval.</summary>
/// <param name="Effect">Observed less expected, or that as a share of the expected.</param>
/// <param name="Low">Lower end of its interval; null when there is none.</param>
/// <param name="High">Upper end; null when there is none.</param>
/// <param name="Observed">What was observed; null for a relative effect.</param>
/// <param name="Expected">What would have been; null for a relative effect.</param>
public sealed record ImpactEffect(double Effect, double? Low = null, double? High = null, double? Observed = null, double? Expected = null);
