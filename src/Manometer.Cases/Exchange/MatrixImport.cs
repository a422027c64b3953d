using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What came of reading another program's matrix.</summary>
/// <param name="Rows">Judgements on stories of the case, with identifiers no row of the case has.</param>
/// <param name="Faults">What could not be taken over and why, in words; with a fault that concerns the whole file there are no rows.</param>
public sealed record MatrixImport(IReadOnlyList<Judgement> Rows, IReadOnlyList<string> Faults);
