namespace Manometer.Coding;

/// <summary>A place named in a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Id">Identifier in the gazetteer; of the likeliest where several bear the name; null where the gazetteer does not know it.</param>
/// <param name="Name">Name in the gazetteer, else as the text has it.</param>
/// <param name="Use">What the name stands for.</param>
/// <param name="Alternatives">Identifiers of other places of that name which nothing in the text rules out.</param>
/// <param name="Within">Identifier of the place told to hold it ("Kerch in Crimea"); null when none is.</param>
public sealed record PlaceMention(int Start, int End, string? Id, string Name, PlaceUse Use, IReadOnlyList<string> Alternatives, string? Within);
