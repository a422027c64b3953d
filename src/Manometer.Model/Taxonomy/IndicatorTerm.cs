namespace Manometer.Model;

/// <summary>An indicator and how its movement is read as pressure.</summary>
/// <param name="Id">Identifier, as it stands in the tables.</param>
/// <param name="Name">Name on the page.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Sign">+1: up means more pressure; -1: down does; 0: a step must be given by the coder.</param>
/// <param name="SectorSigns">Sectors in which the sign differs.</param>
public sealed record IndicatorTerm(string Id, string Name, string Meaning, int Sign, IReadOnlyDictionary<string, int> SectorSigns);
