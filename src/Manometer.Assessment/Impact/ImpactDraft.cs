namespace Manometer.Assessment;

/// <summary>A row with what the adjustment for multiplicity needs of it: its statistic and those at the false dates.</summary>
internal sealed record ImpactDraft(AssessedImpact Row, double Score = 0, IReadOnlyDictionary<double, double>? False = null);
