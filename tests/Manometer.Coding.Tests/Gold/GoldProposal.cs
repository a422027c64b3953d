namespace Manometer.Coding.Tests;

/// <summary>What a reader proposes, in the form of the gold set.</summary>
/// <param name="Row">The observation.</param>
/// <param name="PlaceNames">Names under which its place is known.</param>
/// <param name="Probability">How sure the reader is, 0..1.</param>
internal sealed record GoldProposal(GoldRow Row, IReadOnlyList<string> PlaceNames, double Probability);
