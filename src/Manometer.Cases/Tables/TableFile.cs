using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads a table row by row: header against schema, then each row by the table's own mapping.</summary>
internal static class TableFile
{
    private const int FirstCells = 20;

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
        var alignment = new RowAlignment(context, schema, csv, header);
        var rows = new List<T>(csv.RowCount - 1);
        var extras = unknown.Select(_ => new List<string>(csv.RowCount - 1)).ToList();
        for (var row = 1; row < csv.RowCount; row++)
        {
            reader.MoveTo(row);
            if (csv.Width(row) != width)
            {
                if (!context.Faults.Shows(Rules.RowWidth, path))
                {
                    context.Faults.Add(Rules.RowWidth, path, null, null);
                    NoteId(context, schema, csv, header, row);
                    continue;
                }

                var (cell, cells, next) = alignment.Place(row);
                if (!csv.IsBroken(row))
                {
                    var at = csv.PositionOf(row, cell);
                    context.Faults.Add(Rules.RowWidth, source, at, csv.PositionOf(row, cell + cells - 1) + csv.LengthOf(row, cell + cells - 1) - at, Cells(width), Cells(csv.Width(row)), next);
                }

                if (schema.IndexOf("id") is >= 0 and var id && alignment.Map[id] < 0)
                    NoteId(context, schema, csv, header, row);
                reader.MoveTo(row, alignment.Map);
                map(reader);
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
        var strange = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = Enumerable.Range(0, csv.Width(0)).Select(i => csv.Value(0, i).Trim().ToString()).ToList();
        context.NoteHeader(csv.Source.File, names);
        for (var i = 0; i < names.Count; i++)
        {
            var known = schema.IndexOf(names[i]);
            if (!seen.Add(names[i]))
                context.Faults.Add(Rules.ColumnTwice, csv.Source, csv.PositionOf(0, i), csv.LengthOf(0, i), "each column once", names[i]);
            else if (known >= 0)
                columns[known] = i;
            else
                strange.Add(i);
        }

        unknown = strange;
        foreach (var i in strange)
            ReadStrange(context, schema, csv, i, names[i], columns);
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] < 0 && schema.Columns[i].Required)
            {
                context.WrongHeaders.Add(schema.File);
                context.Faults.Add(Rules.ColumnMissing, csv.Source, 0, 1, $"a column '{schema.Columns[i].Name}'", "none of that name", $"add the column: docs/case-folder/{schema.Name}.md");
            }

        if (schema.IndexOf("id") is >= 0 and var id && columns[id] < 0)
            context.Unread.Add(schema.File); // what refers to its rows is not called faulty too
        return columns;
    }

    // a column that stands in the place of one the table needs is read as that one, so that its cells are checked
    private static void ReadStrange(ReadingContext context, TableSchema schema, CsvFile csv, int at, string name, int[] columns)
    {
        var page = $"docs/case-folder/{schema.Name}.md";
        var lacking = schema.Columns.Where((_, i) => columns[i] < 0).Select(column => column.Name).ToList();
        var meant = new[] { Synonyms.Of($"columns.{schema.Name}", name), Synonyms.Of("columns.all", name), Nearest.To(name, lacking) }.FirstOrDefault(one => one is not null && lacking.Contains(one)) ?? ByPlace(schema, csv, at, columns);
        if (meant is not null && schema.IndexOf(meant) is var column && schema.Columns[column].Required)
        {
            columns[column] = at;
            context.WrongHeaders.Add(schema.File);
            context.Faults.Add(Rules.ColumnMissing, csv.Source, csv.PositionOf(0, at), csv.LengthOf(0, at), $"a column '{meant}'", $"'{name}', which was read as it", $"rename the column '{name}' to '{meant}'; if it is another, add '{meant}': {page}");
            return;
        }

        var near = meant ?? Nearest.To(name, schema.Columns.Select(one => one.Name));
        context.Faults.Add(Rules.ColumnUnknown, csv.Source, csv.PositionOf(0, at), csv.LengthOf(0, at), near is null ? $"a column of {page}" : $"a column of {page}; did you mean '{near}'?", name.Length == 0 ? "a column without a name" : name, meant is null ? "rename or remove the column; it is kept as it is until then" : $"rename the column '{name}' to '{meant}'; until then it is kept and not used");
    }

    // the one needed column that would stand between the same neighbours, when the first cells are of its kind
    private static string? ByPlace(TableSchema schema, CsvFile csv, int at, int[] columns)
    {
        var (left, right) = (at == 0 ? -1 : Array.IndexOf(columns, at - 1), Array.IndexOf(columns, at + 1));
        if ((left < 0 && at > 0) || (right < 0 && at + 1 < csv.Width(0)))
            return null;
        var between = Enumerable.Range(left + 1, Math.Max(0, (right < 0 ? columns.Length : right) - left - 1)).Where(i => columns[i] < 0 && schema.Columns[i].Required).ToList();
        if (between is not [var only])
            return null;
        var column = schema.Columns[only];
        var (seen, fitting) = (0, 0);
        for (var row = 1; row < csv.RowCount && seen < FirstCells; row++)
            if (csv.Width(row) == csv.Width(0) && csv.Value(row, at).Trim() is { IsEmpty: false } value)
            {
                seen++;
                fitting += column.Words is { } words ? words.Contains(value.ToString()) ? 1 : 0
                    : column.Type is ColumnType.Edtf ? Edtf.TryParse(value, out _) || MangledDate.Suggest(value) is not null ? 1 : 0
                    : column.Type is ColumnType.Id ? RowReader.IsId(value) ? 1 : 0
                    : column.Type is ColumnType.Text ? 1
                    : 0;
            }

        return seen > 0 && 2 * fitting > seen ? column.Name : null;
    }
}
