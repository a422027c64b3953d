using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A kind of fault.</summary>
/// <param name="Code">Stable code, such as <c>MAN0303</c>; never reused for something else.</param>
/// <param name="Severity">Whether a case with it is assessed.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Why">Why it matters, for the gallery.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title, string Why);
