namespace Manometer.Coding;

/// <summary>A draft with the features of its decisions, for those who fit the model.</summary>
/// <param name="Start">Offset of its clause.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Features">Features as written in <c>model.csv</c>, by decision.</param>
/// <param name="Candidates">What may be chosen among, by decision; empty for clauses.</param>
internal sealed record DraftTrace(int Start, int End, string Sector, IReadOnlyDictionary<string, IReadOnlyList<string>> Features, IReadOnlyDictionary<string, IReadOnlyList<DraftCandidate>> Candidates);
