namespace Manometer.Model;

/// <summary>A word of the taxonomy.</summary>
/// <param name="Id">Identifier, as it stands in the tables.</param>
/// <param name="Name">Name on the page.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record Term(string Id, string Name, string Meaning);
