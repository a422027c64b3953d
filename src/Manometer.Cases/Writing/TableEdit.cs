using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A table file that is changed row by row: rows nobody touches stay as they were written, to the character.</summary>
internal sealed class TableEdit
{
    private readonly TableSchema _schema;
    private readonly List<string> _header;
    private readonly List<Row> _rows = [];
    private readonly int _columns;

    private TableEdit(TableSchema schema, IEnumerable<string> header)
    {
        (_schema, _header) = (schema, [.. header]);
        _columns = _header.Count;
    }

    /// <summary>Rows, the header not counted.</summary>
    public int Count => _rows.Count;

    /// <summary>Was anything changed?</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Reads the table of a case; one that is absent has a header and no rows.</summary>
    /// <returns>Null when its form is so broken that a change might lose something; the faults say where.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TableEdit? Open(string folder, TableSchema schema, FaultList faults)
    {
        var path = Path.Combine(folder, schema.File);
        if (!File.Exists(path))
            return new TableEdit(schema, schema.Columns.Select(column => column.Name));
        var before = faults.Count;
        var source = SourceText.Decode(schema.File, File.ReadAllBytes(path));
        if (source.FirstBadByte >= 0)
            faults.Add(Rules.NotUtf8, source, source.FirstBadByte, 1, "UTF-8", "bytes that are not");
        var form = new FaultList("");
        var csv = CsvFile.Parse(source, form);
        if (csv.RowCount == 0)
            return new TableEdit(schema, schema.Columns.Select(column => column.Name));
        if (form.InOrder().Any(fault => fault.Severity == Severity.Error))
            CsvFile.Parse(source, faults);
        for (var row = 1; row < csv.RowCount && faults.Count == before; row++)
            if (csv.Width(row) != csv.Width(0))
                faults.Add(Rules.RowWidth, source, csv.PositionOf(row, 0), 1, $"{csv.Width(0)} cells", $"{csv.Width(row)}");
        if (faults.Count > before)
            return null;
        var table = new TableEdit(schema, Enumerable.Range(0, csv.Width(0)).Select(i => csv.Value(0, i).Trim().ToString()));
        var isPlain = form.Count == 0; // else every row is written anew: commas, line feeds
        for (var row = 1; row < csv.RowCount; row++)
        {
            var (start, last) = (csv.PositionOf(row, 0), csv.Width(row) - 1);
            var end = csv.PositionOf(row, last) + csv.LengthOf(row, last);
            table._rows.Add(new Row([.. Enumerable.Range(0, csv.Width(row)).Select(i => csv.Value(row, i).ToString())], isPlain ? source.Text[start..end] : null));
        }

        return table;
    }

    /// <summary>The value of a cell; empty when the table has no such column.</summary>
    public string Value(int row, string column) => _header.IndexOf(column) is var at and >= 0 ? _rows[row].Cells[at].Trim() : "";

    /// <summary>The first row with this value in a column; -1 when there is none.</summary>
    public int Find(string column, string value)
    {
        for (var row = 0; row < _rows.Count; row++)
            if (Value(row, column) == value)
                return row;
        return -1;
    }

    /// <summary>Puts a value into a cell; a column the table lacks is added.</summary>
    public void Set(int row, string column, string? value)
    {
        if (Value(row, column) == (value ?? ""))
            return;
        var at = Column(column);
        _rows[row].Cells[at] = value ?? "";
        _rows[row] = _rows[row] with { Text = null };
        IsChanged = true;
    }

    /// <summary>Adds a row at the end; columns the table lacks are added for the values that need them.</summary>
    public void Append(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var given = values.Where(one => !string.IsNullOrEmpty(one.Value)).ToList();
        foreach (var (column, _) in given)
            Column(column);
        var cells = new string[_header.Count];
        Array.Fill(cells, "");
        foreach (var (column, value) in given)
            cells[_header.IndexOf(column)] = value!;
        _rows.Add(new Row(cells, null));
        IsChanged = true;
    }

    /// <summary>Takes a row out.</summary>
    public void Remove(int row)
    {
        _rows.RemoveAt(row);
        IsChanged = true;
    }

    /// <summary>Writes the table, whole or not at all; nothing when nothing was changed. Where it is new or has a new column, <c>datapackage.json</c> is brought in step, if there is one.</summary>
    /// <exception cref="IOException">The disk is full, or the file cannot be written; it is as it was.</exception>
    public void Save(string folder)
    {
        if (!IsChanged)
            return;
        var path = Path.Combine(folder, _schema.File);
        var reshaped = _header.Count != _columns || !File.Exists(path);
        AtomicFile.Write(path, System.Text.Encoding.UTF8.GetBytes(Text()));
        IsChanged = false;
        if (!reshaped || !File.Exists(Path.Combine(folder, DataPackage.File)))
            return;
        var reading = CaseFolder.Read(folder);
        if (reading is { Case: { } @case, HasErrors: false })
            CaseFolder.WriteDescription(@case, folder);
    }

    /// <summary>The table as it would be written.</summary>
    public string Text()
    {
        var text = new System.Text.StringBuilder();
        Line(_header);
        foreach (var row in _rows)
            if (row.Text is not null)
                text.Append(row.Text).Append('\n');
            else
                Line(row.Cells);
        return text.ToString();

        void Line(IEnumerable<string> cells)
        {
            var csv = new CsvWriter();
            foreach (var cell in cells)
                csv.Cell(cell);
            csv.EndRow();
            text.Append(csv.ToString());
        }
    }

    private int Column(string name)
    {
        if (_header.IndexOf(name) is var at and >= 0)
            return at;
        if (_schema.IndexOf(name) < 0)
            throw new ArgumentException($"{_schema.File} has no column {name}", nameof(name));
        _header.Add(name);
        for (var row = 0; row < _rows.Count; row++)
            _rows[row] = new Row([.. _rows[row].Cells, ""], null);
        return _header.Count - 1;
    }

    private sealed record Row(string[] Cells, string? Text);
}
