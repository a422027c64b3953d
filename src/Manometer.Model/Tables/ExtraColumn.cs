namespace Manometer.Model;

/// <summary>A column of a table that the program does not know; kept, so that writing the table gives it back.</summary>
/// <param name="File">File of the table, relative to the case.</param>
/// <param name="Name">Name of the column.</param>
/// <param name="Values">One value a row, in the order of the table.</param>
public sealed record ExtraColumn(string File, string Name, IReadOnlyList<string> Values);
