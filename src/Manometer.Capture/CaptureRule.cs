using Manometer.Model;

namespace Manometer.Capture;

/// <summary>A kind of fault met while capturing.</summary>
/// <param name="Code">Stable code, never reused for something else.</param>
/// <param name="Severity">Error: something was left out. Warning: it was taken, with a doubt.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Why">Why it matters, for the documentation.</param>
public sealed record CaptureRule(string Code, Severity Severity, string Title, string Why);
