namespace Manometer.Cases;

/// <summary>A table of a case.</summary>
/// <param name="Name">Name of the table, and of its resource in the data package.</param>
/// <param name="Meaning">One sentence: what a row is.</param>
/// <param name="Columns">Its columns, in the order they are written.</param>
public sealed record TableSchema(string Name, string Meaning, IReadOnlyList<ColumnSchema> Columns)
{
    /// <summary>File of the table, relative to the case.</summary>
    public string File => Name + ".csv";

    /// <summary>Index of a column; -1 when the table has none of that name.</summary>
    public int IndexOf(ReadOnlySpan<char> column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (column.SequenceEqual(Columns[i].Name))
                return i;
        return -1;
    }
}
