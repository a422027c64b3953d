namespace Manometer.Coding;

/// <summary>What an answer of a model gave.</summary>
/// <param name="Proposals">Claims that held, in the order of the answer.</param>
/// <param name="Refusals">Claims that did not, each with its reason.</param>
/// <param name="Fault">Why the answer as a whole could not be read; null when it could.</param>
public sealed record ModelReading(IReadOnlyList<Proposal> Proposals, IReadOnlyList<ModelRefusal> Refusals, string? Fault);
