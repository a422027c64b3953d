namespace Manometer.Statistics;

/// <summary>A numeric series that follows the weighted mean state of some cells: value = a + loading * state + N(0, sd^2).</summary>
/// <remarks>A flat series is evidence like any other. With fewer than 8 points loading and sd are fixed at 1; else both are estimated.</remarks>
/// <param name="Name">Name in messages.</param>
/// <param name="Cells">Cells it measures, with weights that are scaled to sum 1.</param>
/// <param name="Points">Month (0-based) and value, standardised on the series' own baseline.</param>
/// <param name="Sign">+1 when the series rises with the state, -1 when it falls.</param>
public sealed record OrdinalSeries(string Name, IReadOnlyList<CellWeight> Cells, IReadOnlyList<(int Month, double Value)> Points, int Sign = 1);
