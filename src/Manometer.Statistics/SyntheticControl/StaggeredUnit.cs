namespace Manometer.Statistics;

/// <summary>One of several units treated at different dates.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="From">First time of its treatment.</param>
/// <param name="Weights">Its donors, largest weight first.</param>
/// <param name="PreRmspe">Error before the treatment.</param>
/// <param name="PreFit">The same over the standard deviation of the unit's own steps; NaN when that is 0.</param>
/// <param name="Path">Treated and synthetic outcome.</param>
public sealed record StaggeredUnit(string Unit, double From, IReadOnlyList<DonorWeight> Weights, double PreRmspe, double PreFit, IReadOnlyList<SynthPoint> Path);
