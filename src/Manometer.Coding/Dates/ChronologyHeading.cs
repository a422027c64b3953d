namespace Manometer.Coding;

/// <summary>The heading of an entry of a chronology.</summary>
/// <param name="At">Its first token.</param>
/// <param name="End">The token behind its last.</param>
/// <param name="When">Its date, which the entry counts from.</param>
/// <param name="Release">The token at which its reign ends, if no other heading comes before.</param>
internal readonly record struct ChronologyHeading(int At, int End, When When, int Release);
