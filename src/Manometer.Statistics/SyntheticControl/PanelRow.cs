namespace Manometer.Statistics;

/// <summary>One cell of a panel in long form.</summary>
/// <param name="Unit">Whose value it is.</param>
/// <param name="Time">When: a year, a day number, any number that grows with time.</param>
/// <param name="Value">The value; a cell without one has no row.</param>
public readonly record struct PanelRow(string Unit, double Time, double Value);
