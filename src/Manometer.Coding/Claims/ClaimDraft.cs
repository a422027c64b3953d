namespace Manometer.Coding;

/// <summary>A claim as the rules draft it, before it is known whether it holds.</summary>
/// <param name="Anchor">The words that make the claim; the sector itself when nothing else does.</param>
/// <param name="Clause">The clause it stands in.</param>
/// <param name="Sector">Sector.</param>
/// <param name="SectorHit">The words that tell the sector; null when it is guessed or told by the anchor.</param>
/// <param name="Indicator">Indicator, as the rules have it.</param>
/// <param name="Direction">Direction, as the rules have it.</param>
/// <param name="Features">What the rules saw, rows of <c>weights.csv</c>.</param>
/// <param name="Kind"><c>rule</c>, <c>beside</c> (another sector of the same clause) or <c>bare</c> (a sector, and no words of movement).</param>
internal sealed record ClaimDraft(CueHit Anchor, Clause Clause, string Sector, CueHit? SectorHit, string Indicator, string Direction, IReadOnlyList<string> Features, string Kind);
