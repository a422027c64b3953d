namespace Manometer.Coding;

/// <summary>A claim of a model that was not taken.</summary>
/// <param name="Reason">Why, as a kind.</param>
/// <param name="Detail">Why, in a sentence; safe to print.</param>
public sealed record ModelRefusal(RefusalReason Reason, string Detail);
