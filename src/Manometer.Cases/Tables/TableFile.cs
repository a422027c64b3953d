using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads a table row by row: header against schema, then each row by the table's own mapping.</summary>
internal static class TableFile
{
    /// <summary>All rows without an error. A table that is absent is empty.</summary>
    public static List<T> Read<T>(ReadingContext context, TableSchema schema, Func<RowReader, T?> map)
        where T : class => Read(context, schema, schema.File, map, out _);

    /// <summary>The same for a file of another name, with what was read of it.</summary>
    public static List<T> Read<T>(ReadingContext context, TableSchema schema, string path, Func<RowReader, T?> map, out SourceText? source)
        where T : class
    {
        source = context.Open(path);
        if (source is null)
            return [];
        var csv = CsvFile.Parse(source, context.Faults);
        if (csv.RowCount == 0)
        {
            context.Faults.Add(Rules.NoHeader, source, 0, 1, string.Join(',', schema.Columns.Take(4).Select(column => column.Name)) + ",...", "an empty file", $"write the header of docs/case-folder/{schema.Name}.md, or remove the file");
            return [];
        }

        var header = ReadHeader(context, schema, csv, out var unknown);
        var width = csv.Width(0);
        var reader = new RowReader(context, schema, csv, header);
        var rows = new List<T>(csv.RowCount - 1);
        var extras = unknown.Select(_ => new List<string>(csv.RowCount - 1)).ToList();
        for (var row = 1; row < csv.RowCount; row++)
        {
            reader.MoveTo(row);
            if (csv.Width(row) != width)
            {
                NoteId(context, schema, csv, header, row);
                if (csv.IsBroken(row))
                    continue;
                var at = csv.Width(row) > width ? csv.PositionOf(row, width) : csv.PositionOf(row, csv.Width(row));
                context.Faults.Add(Rules.RowWidth, source, at, 1, Cells(width), Cells(csv.Width(row)), "quote a text that holds a comma, or add the commas that are missing");
                continue;
            }

            if (map(reader) is { } item && !reader.Failed)
            {
                rows.Add(item);
                for (var i = 0; i < unknown.Count; i++)
                    extras[i].Add(csv.Value(row, unknown[i]).ToString());
            }
        }

        context.NoteRows(path, csv.RowCount - 1);
        for (var i = 0; i < unknown.Count; i++)
            context.Extras.Add(new ExtraColumn(path, csv.Value(0, unknown[i]).Trim().ToString(), extras[i]));
        return rows;
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    // a row that cannot be read still has a name, so that rows that refer to it are not called faulty too
    private static void NoteId(ReadingContext context, TableSchema schema, CsvFile csv, int[] header, int row)
    {
        var id = schema.IndexOf("id");
        if (id >= 0 && header[id] >= 0 && csv.Value(row, header[id]).Trim() is { IsEmpty: false } name)
            context.IdsOf(schema.Name).Add(context.Pool.Of(name));
    }

    private static int[] ReadHeader(ReadingContext context, TableSchema schema, CsvFile csv, out List<int> unknown)
    {
        var columns = new int[schema.Columns.Count];
        Array.Fill(columns, -1);
        unknown = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        context.NoteHeader(csv.Source.File, [.. Enumerable.Range(0, csv.Width(0)).Select(i => csv.Value(0, i).Trim().ToString())]);
        for (var i = 0; i < csv.Width(0); i++)
        {
            var name = csv.Value(0, i).Trim().ToString();
            var known = schema.IndexOf(name);
            if (!seen.Add(name))
            {
                context.Faults.Add(Rules.ColumnTwice, csv.Source, csv.PositionOf(0, i), csv.LengthOf(0, i), "each column once", name);
            }
            else if (known >= 0)
            {
                columns[known] = i;
            }
            else
            {
                unknown.Add(i);
                var near = Nearest.To(name, schema.Columns.Select(column => column.Name));
                context.Faults.Add(Rules.ColumnUnknown, csv.Source, csv.PositionOf(0, i), csv.LengthOf(0, i), near is null ? $"a column of docs/case-folder/{schema.Name}.md" : $"a column of docs/case-folder/{schema.Name}.md; did you mean '{near}'?", name.Length == 0 ? "a column without a name" : name, "rename or remove the column; it is kept as it is until then");
            }
        }

        for (var i = 0; i < columns.Length; i++)
            if (columns[i] < 0 && schema.Columns[i].Required)
                context.Faults.Add(Rules.ColumnMissing, csv.Source, 0, 1, $"a column '{schema.Columns[i].Name}'", "none of that name", $"add the column: docs/case-folder/{schema.Name}.md");
        return columns;
    }
}
