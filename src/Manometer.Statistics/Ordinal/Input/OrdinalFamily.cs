namespace Manometer.Statistics;

/// <summary>One way in which cells differ, such as branch, region or class: each member has its own random walk about the common one, and the walks of a family sum to 0 in every month.</summary>
/// <param name="Name">What the members have in common; used in messages and names of scales.</param>
/// <param name="Members">Number of members, at least 1; a family of one member is absent from the model.</param>
public sealed record OrdinalFamily(string Name, int Members);
