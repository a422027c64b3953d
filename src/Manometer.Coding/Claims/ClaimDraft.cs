namespace Manometer.Coding;

/// <summary>A claim as the rules draft it, before it is known whether it holds.</summary>
/// <param name="Anchor">The words that make the claim; the sector itself when nothing else does.</param>
/// <param name="Clause">The clause it stands in.</param>
/// <param name="Sector">Sector.</param>
/// <param name="SectorHit">The words that tell the sector; null when it is guessed or told by the anchor.</param>
/// <param name="Indicator">Indicator, as the rules have it.</param>
/// <param name="Direction">Direction, as the rules have it.</param>
/// <param name="Features">What the rules saw, rows of <c>weights.csv</c>.</param>
/// <param name="Kind"><c>rule</c>; <c>beside</c> or <c>hinted</c> (another sector of the same clause, or a hint at one); <c>bare</c> or <c>hint</c> (one that no rule took up); <c>carried</c> (from a clause before); <c>guessed</c> (from the words of the clause as a whole).</param>
internal sealed record ClaimDraft(CueHit Anchor, Clause Clause, string Sector, CueHit? SectorHit, string Indicator, string Direction, IReadOnlyList<string> Features, string Kind);
