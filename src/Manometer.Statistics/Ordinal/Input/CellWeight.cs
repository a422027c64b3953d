namespace Manometer.Statistics;

/// <summary>A cell and its share in a weighted mean.</summary>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Weight">Share, any finite number; users of the list say whether shares are scaled to sum 1.</param>
public readonly record struct CellWeight(int Cell, double Weight);
