namespace Manometer.Statistics;

/// <summary>A standard deviation of the model.</summary>
/// <param name="Name">observation, level, slope, season or coefficient.</param>
/// <param name="Guess">The guess of its prior, in the unit of the response.</param>
/// <param name="Mean">Its posterior mean, in the unit of the response.</param>
public sealed record ImpactNoise(string Name, double Guess, double Mean);
