namespace Manometer.Statistics;

/// <summary>What one source said of one item: which of the classes it is.</summary>
/// <param name="Item">Number of the item, from 0.</param>
/// <param name="Source">Number of the source, from 0.</param>
/// <param name="Class">Number of the class, from 0.</param>
/// <param name="Weight">How much it counts, above 0; 1 by default. Labels of one item that rest on the same origin share one vote: 1 over their number.</param>
public readonly record struct Label(int Item, int Source, int Class, double Weight = 1);
