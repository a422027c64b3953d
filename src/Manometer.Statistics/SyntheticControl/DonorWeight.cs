namespace Manometer.Statistics;

/// <summary>The share of a donor in the synthetic control.</summary>
/// <param name="Unit">The donor.</param>
/// <param name="Weight">0..1, all summing to one; with ridge augmentation also below 0 or above 1.</param>
public readonly record struct DonorWeight(string Unit, double Weight);
