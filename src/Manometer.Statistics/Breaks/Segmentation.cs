namespace Manometer.Statistics;

/// <summary>The best segmentation with one number of breaks.</summary>
/// <param name="Breaks">Indices, from 0, of the first row of each new segment.</param>
/// <param name="Cost">Sum of the segments' costs, without penalties, in the unit of the cost.</param>
public sealed record Segmentation(IReadOnlyList<int> Breaks, double Cost);
