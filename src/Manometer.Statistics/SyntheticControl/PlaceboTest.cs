namespace Manometer.Statistics;

/// <summary>The same method on every donor at the same date, the treated unit left out: how unusual is the treated unit?</summary>
/// <param name="Ratio">Rank of the ratio of errors after and before the treatment, largest first. No evidence where donors are as many as times before.</param>
/// <param name="Gap">Ranks of the mean gap among all.</param>
/// <param name="SimilarGap">Ranks of the mean gap among units that fit at most twice as badly as the treated one: the headline.</param>
/// <param name="Units">The placebos, in the order of the donors.</param>
public sealed record PlaceboTest(PlaceboRank Ratio, GapRanks Gap, GapRanks SimilarGap, IReadOnlyList<PlaceboUnit> Units);
