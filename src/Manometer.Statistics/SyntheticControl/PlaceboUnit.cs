namespace Manometer.Statistics;

/// <summary>A donor taken as if it had been treated.</summary>
/// <param name="Unit">The donor.</param>
/// <param name="PreRmspe">Root mean squared gap before the treatment.</param>
/// <param name="PostRmspe">The same after it.</param>
/// <param name="MeanGap">Mean gap after it.</param>
/// <param name="Ratio">Post divided by pre, the latter at least about 1e-12 of the largest value.</param>
/// <param name="IsSimilar">Does it fit at most twice as badly as the treated unit?</param>
/// <param name="Gaps">The gap at each time of the result's path.</param>
public sealed record PlaceboUnit(string Unit, double PreRmspe, double PostRmspe, double MeanGap, double Ratio, bool IsSimilar, IReadOnlyList<double> Gaps);
