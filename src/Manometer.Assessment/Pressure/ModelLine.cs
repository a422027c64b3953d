using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A line of the index: what it is of, and the cells it is a mean of.</summary>
internal sealed record ModelLine(string Of, string Id, OrdinalLine Line, Func<OrdinalReport, bool> Covers);
