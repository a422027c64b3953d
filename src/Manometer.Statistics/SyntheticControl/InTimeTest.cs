namespace Manometer.Statistics;

/// <summary>Every admissible false date before the treatment.</summary>
/// <param name="Dates">The false dates, latest first; none when the time after the treatment is longer than half of the time before.</param>
/// <param name="Ranks">Place of the true mean gap among itself and those of the false dates; null without any.</param>
public sealed record InTimeTest(IReadOnlyList<InTimePlacebo> Dates, GapRanks? Ranks);
