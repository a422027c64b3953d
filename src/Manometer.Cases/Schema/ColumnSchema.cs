namespace Manometer.Cases;

/// <summary>A column of a table: the one source for reading, checking, writing, the data package and the documentation.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Required">Must every row have a value?</param>
/// <param name="Meaning">One sentence.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, bool Required, string Meaning)
{
    /// <summary>Words the column takes; null when it takes others, or words of the taxonomy.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Part of the taxonomy the words come from: sectors, groups or indicators; null when none.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>Table the references lead to; null when the column refers to none, or to any.</summary>
    public string? Target { get; init; }

    /// <summary>An example value.</summary>
    public string Example { get; init; } = "";
}
