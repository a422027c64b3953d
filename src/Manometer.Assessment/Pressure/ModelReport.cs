namespace Manometer.Assessment;

/// <summary>An observation as a row of the model, with what it is grouped by.</summary>
/// <param name="Observation">Identifier of the observation.</param>
/// <param name="Sector">Sector of the observation.</param>
/// <param name="Source">Identifier of the model's source: the report's, or the selector's.</param>
/// <param name="Origin">Key of the independent origin.</param>
/// <param name="Event">Event; null for one of its own.</param>
/// <param name="Coder">Who coded it.</param>
internal sealed record ModelReport(string Observation, string Sector, string Source, string Origin, string? Event, string? Coder);
