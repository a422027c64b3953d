using Manometer.Model;

namespace Manometer.Capture;

/// <summary>What came of asking for an address.</summary>
/// <param name="Address">Where it was found in the end, redirections followed.</param>
/// <param name="Content">The bytes; null when there is a fault.</param>
/// <param name="MediaType">What the server said it is; null when it said nothing.</param>
/// <param name="Fault">Why there is nothing; null when there is something.</param>
public sealed record Fetched(Uri Address, byte[]? Content, string? MediaType, Diagnostic? Fault);
