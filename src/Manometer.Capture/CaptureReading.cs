using Manometer.Model;

namespace Manometer.Capture;

/// <summary>What was read out of something given: a page gives one document, a feed or an archive many.</summary>
/// <param name="Documents">The documents, in the order they stand in.</param>
/// <param name="Diagnostics">What was wrong. An error means that something was left out; a warning, that it was taken with a doubt.</param>
/// <param name="Links">Addresses of the entries of a feed, in order; empty for everything else.</param>
public sealed record CaptureReading(IReadOnlyList<CapturedDocument> Documents, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Links);
