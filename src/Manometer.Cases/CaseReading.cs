using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What came of reading a case.</summary>
/// <param name="Case">The case, without the rows that have errors; null when it cannot be used at all.</param>
/// <param name="Diagnostics">Every fault, in order of file, line and column.</param>
public sealed record CaseReading(Case? Case, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Is there an error among the faults? A case with errors is not assessed.</summary>
    public bool HasErrors => Diagnostics.Any(one => one.Severity == Severity.Error);
}
