namespace Manometer.Publishing;

/// <summary>A row of a table for other programs: RFC 4180, quotes only where they are needed.</summary>
internal static class CsvRow
{
    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string? text) => text is null ? "" : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
