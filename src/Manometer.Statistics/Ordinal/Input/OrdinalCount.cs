namespace Manometer.Statistics;

/// <summary>How many reports a group of sources gave on a cell in a month; used only when <see cref="OrdinalModel.Selection"/> is not 0.</summary>
/// <param name="Group">Index of the group, which has its own mean rate.</param>
/// <param name="Month">Month, 0-based.</param>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Number">Number of reports, 0 or more.</param>
public readonly record struct OrdinalCount(int Group, int Month, int Cell, int Number);
