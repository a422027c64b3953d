namespace Manometer.Statistics;

/// <summary>How far one report moved the index of a line in a month, to first order: what would be lost without it.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Move">Logits.</param>
public readonly record struct NewsItem(int Report, double Move);
