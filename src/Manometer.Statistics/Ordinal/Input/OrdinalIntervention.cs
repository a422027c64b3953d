namespace Manometer.Statistics;

/// <summary>Something done to some cells from a date on, whose effect is estimated.</summary>
/// <param name="Name">Name in messages and results.</param>
/// <param name="Start">Start in months since the first month's index 0; fractions are allowed.</param>
/// <param name="Targets">Cells it aims at with the share that is hit, 0 .. 1. Cells not listed are not aimed at.</param>
public sealed record OrdinalIntervention(string Name, double Start, IReadOnlyList<CellWeight> Targets);
