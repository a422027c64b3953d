using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What came of opening a custody log for writing.</summary>
/// <param name="Log">The log; null when it cannot be written to. The caller disposes of it, which lets others write.</param>
/// <param name="Diagnostics">Why not; or what was mended, such as an unfinished last line moved aside.</param>
public sealed record CustodyOpening(CustodyLog? Log, IReadOnlyList<Diagnostic> Diagnostics);
