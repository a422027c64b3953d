using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What came of rebuilding a case as its log knew it.</summary>
/// <param name="Files">Files written, relative to the folder.</param>
/// <param name="Last">The last record that counted; null when there was none by then.</param>
/// <param name="Diagnostics">Files that could not be rebuilt, each with the reason; or why nothing was written.</param>
public sealed record CustodyRestoration(IReadOnlyList<string> Files, CustodyRecord? Last, IReadOnlyList<Diagnostic> Diagnostics);
