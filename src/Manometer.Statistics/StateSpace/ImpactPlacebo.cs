namespace Manometer.Statistics;

/// <summary>An effect at a false date.</summary>
/// <param name="Row">First row of its period after.</param>
/// <param name="Effect">Average effect found.</param>
/// <param name="Score">Its size over its standard deviation.</param>
public readonly record struct ImpactPlacebo(int Row, double Effect, double Score);
