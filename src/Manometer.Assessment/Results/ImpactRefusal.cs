namespace Manometer.Assessment;

/// <summary>Why no effect is told.</summary>
/// <param name="Code">A code in capitals, such as <c>PRE_FIT_BAD</c>.</param>
/// <param name="Reason">The reason in a sentence.</param>
public sealed record ImpactRefusal(string Code, string Reason);
