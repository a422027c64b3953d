namespace Manometer.Statistics;

/// <summary>Two texts that share passages, and how much.</summary>
/// <param name="First">Number of the text that was published first; where days are equal or unknown, of the one that stands first.</param>
/// <param name="Second">Number of the other.</param>
/// <param name="Kind">What they are to each other.</param>
/// <param name="Jaccard">Shared shingles over all shingles of the two, 0 to 1.</param>
/// <param name="Containment">Shared shingles over those of the shorter text, 0 to 1.</param>
/// <param name="SharedRun">Longest passage they share, in words (in scripts without spaces, characters).</param>
/// <param name="Directed">Are the days known and different? Otherwise nobody can say who copied, and both may rest on a third.</param>
public readonly record struct CopyPair(int First, int Second, CopyKind Kind, double Jaccard, double Containment, int SharedRun, bool Directed);
