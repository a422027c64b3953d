namespace Manometer.Statistics;

/// <summary>Two items and how likely they are to belong together.</summary>
/// <param name="One">Number of an item.</param>
/// <param name="Other">Number of another.</param>
/// <param name="LogOdds">Natural logarithm of the odds that they belong together.</param>
public readonly record struct ScoredPair(int One, int Other, double LogOdds);
