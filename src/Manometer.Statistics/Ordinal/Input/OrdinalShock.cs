namespace Manometer.Statistics;

/// <summary>A dated push on some cells from another cause: effect ~ N(0, <paramref name="Sd"/>^2), at once, fading as exp(-months / <paramref name="Decay"/>).</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Start">Month of the push, fractions allowed.</param>
/// <param name="Targets">Cells pushed; empty means all cells alike.</param>
/// <param name="Decay">Months in which the push falls to 1/e; infinity, the default, for a lasting one.</param>
/// <param name="Sd">Prior sd of the effect in logits; default 1.</param>
public sealed record OrdinalShock(string Name, double Start, IReadOnlyList<CellWeight> Targets, double Decay = double.PositiveInfinity, double Sd = 1);
