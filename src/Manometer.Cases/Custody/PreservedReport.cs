namespace Manometer.Cases;

/// <summary>One report of the case against the preservation criteria.</summary>
/// <param name="Report">Identifier of the report.</param>
/// <param name="Sha256">Hash of its capture; null when none is stated.</param>
/// <param name="Lacks">The criteria it does not meet, each with what is missing, in a few words.</param>
public sealed record PreservedReport(string Report, string? Sha256, IReadOnlyList<(PreservationCriterion Criterion, string Why)> Lacks);
