using Manometer.Model;

namespace Manometer.Capture;

/// <summary>What one thing that was asked for gave.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Diagnostics">What was wrong.</param>
/// <param name="Skipped">Addresses that were captured before and so not fetched.</param>
public sealed record Gathered(IReadOnlyList<CapturedDocument> Documents, IReadOnlyList<Diagnostic> Diagnostics, int Skipped)
{
    /// <summary>Name of the file they came from, without its folder; null of an address.</summary>
    public string? File { get; init; }
}
