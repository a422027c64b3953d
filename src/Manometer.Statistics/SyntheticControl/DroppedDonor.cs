namespace Manometer.Statistics;

/// <summary>A unit that is no donor, and why.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Reason">A half sentence: <c>misses 1975</c>.</param>
public readonly record struct DroppedDonor(string Unit, string Reason);
