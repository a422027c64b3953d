namespace Manometer.Cases;

/// <summary>What became of a document.</summary>
/// <param name="Report">Its row in <c>reports.csv</c>.</param>
/// <param name="Fate">What was done.</param>
/// <param name="Title">Its title, or its address, or nothing.</param>
public sealed record TakenReport(string Report, IntakeFate Fate, string Title);
