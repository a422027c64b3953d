namespace Manometer.Statistics;

/// <summary>A segmentation and the penalties it is optimal for.</summary>
/// <param name="Breaks">Indices, from 0, of the first row of each new segment.</param>
/// <param name="Cost">Sum of the segments' costs, without penalties.</param>
/// <param name="From">The least penalty of the range it is optimal for.</param>
/// <param name="To">The largest.</param>
public sealed record PenaltyStep(IReadOnlyList<int> Breaks, double Cost, double From, double To);
