using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Finds out which cells of a row with a cell too many or too few stand under which column, so that the row's other faults are found too.</summary>
/// <remarks>
/// Every place where one comma too many, or too few, could be is tried; the row is read as the places with the fewest faulty cells agree. A cell they do not
/// agree on is not placed, and not checked.
/// </remarks>
internal sealed class RowAlignment(ReadingContext context, TableSchema schema, CsvFile csv, int[] header)
{
    private const int Fault = 4;
    private const int Unreadable = 1_000;

    private readonly int[] _columnOf = ColumnsOf(csv, header);

    /// <summary>Column of the schema to cell of the row; -1 where none can be placed.</summary>
    public int[] Map { get; } = new int[header.Length];

    /// <summary>Finds the places of the cells of a row.</summary>
    /// <returns>Where the fault is, and what to do: a cell and a number of cells to mark, and words for the way forward.</returns>
    public (int Cell, int Cells, string Next) Place(int row)
    {
        var (width, cells) = (csv.Width(0), csv.Width(row));
        Array.Fill(Map, -1);
        var broken = csv.FirstBroken(row);
        if (broken >= 0) // what stands behind a quote that is wrong is anyone's guess
        {
            for (var column = 0; column < header.Length; column++)
                if (header[column] >= 0 && header[column] < broken)
                    Map[column] = header[column];
            return (broken, 1, "");
        }

        var surplus = cells - width;
        var best = new List<int>();
        var least = int.MaxValue;
        for (var at = 0; at <= (surplus > 0 ? width : cells); at++)
        {
            var score = Score(row, at, surplus);
            if (score < least)
                best.Clear();
            if (score <= least)
                best.Add(at);
            least = Math.Min(least, score);
        }

        if (least > Fault * Math.Max(2, cells / 4)) // not a comma too many or too few, but another row altogether
            best = [.. Enumerable.Range(0, width)];
        for (var column = 0; column < header.Length; column++)
        {
            var cell = header[column] < 0 ? -1 : CellOf(header[column], best[0], surplus);
            Map[column] = best.TrueForAll(at => (header[column] < 0 ? -1 : CellOf(header[column], at, surplus)) == cell) ? cell : -1;
        }

        return surplus > 0 ? Surplus(row, best, surplus) : Missing(best, -surplus, cells);
    }

    private (int Cell, int Cells, string Next) Surplus(int row, List<int> best, int surplus)
    {
        if (best is not [var at])
            return (csv.Width(0), 1, "quote a text that holds a comma");
        // "1.234,5" at the end of a row: a comma for the point
        if (at == csv.Width(0) && surplus == 1 && csv.Value(row, at - 1).ToString() is var left && csv.Value(row, at).ToString() is { Length: > 0 } right && left.Length > 0 && left.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-' or ' ') && right.All(char.IsAsciiDigit))
            return (at - 1, 2, $"write the number of '{csv.Value(0, at - 1).Trim()}' with a point and no other marks: {left.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)}.{right}");
        if (at == csv.Width(0))
            return (at, 1, surplus == 1 ? "take the comma at its end away" : $"take the {surplus} commas at its end away");
        var name = csv.Value(0, at).Trim().ToString();
        var whole = string.Join(',', Enumerable.Range(at, surplus + 1).Select(cell => csv.Value(row, cell).ToString()));
        return (at, surplus + 1, IsNumber(row, at, surplus)
            ? $"write the number of '{name}' without commas: {whole.Replace(",", "", StringComparison.Ordinal)}"
            : $"quote the text of '{name}', which holds a comma: \"{(whole.Length <= 60 ? whole.Trim() : whole[..50].Trim() + "\u2026")}\"");
    }

    private (int Cell, int Cells, string Next) Missing(List<int> best, int missing, int cells)
    {
        var commas = missing == 1 ? "a comma" : $"{missing} commas";
        if (best.Contains(cells))
            return (cells, 1, $"add {commas} at its end");
        return best is [var at]
            ? (at, 1, $"add {commas} before this cell: nothing stands for '{csv.Value(0, at).Trim()}'")
            : (cells, 1, $"add the {(missing == 1 ? "comma that is" : "commas that are")} missing between '{csv.Value(0, best[0]).Trim()}' and '{csv.Value(0, Math.Min(csv.Width(0) - 1, best[^1])).Trim()}'");
    }

    // of places with equal faults, one where a comma is followed by a space as in prose, then the end of the row
    private int Score(int row, int at, int surplus)
    {
        var faults = 0;
        var width = csv.Width(0);
        for (var i = 0; i < width; i++)
        {
            if (_columnOf[i] < 0)
                continue;
            var column = schema.Columns[_columnOf[i]];
            var cell = CellOf(i, at, surplus);
            if (cell >= 0)
                faults += Fits(column, csv.Value(row, cell).Trim()) ? 0 : Fault;
            else if (surplus < 0)
                faults += column.Required ? Fault : 0;
        }

        if (surplus < 0)
            return faults;
        if (at == width)
            return Enumerable.Range(width, surplus).All(cell => csv.Value(row, cell).Trim().IsEmpty) ? faults + 1 : faults + 2;
        var number = IsNumber(row, at, surplus);
        if (_columnOf[at] >= 0 && schema.Columns[_columnOf[at]].Type is not (ColumnType.Text or ColumnType.List) && !number)
            return Unreadable;
        return number || Enumerable.Range(at + 1, surplus).All(cell => csv.Value(row, cell) is [' ', _, ..]) ? faults : faults + 2;
    }

    // cell of a column of the file, when the cells from 'at' on are one too many, or that many are not there; -1 for what is not placed
    private static int CellOf(int column, int at, int surplus) => surplus > 0
        ? column < at ? column : column == at ? -1 : column + surplus
        : column < at ? column : column < at - surplus ? -1 : column + surplus;

    // 7,500,000
    private bool IsNumber(int row, int at, int surplus)
    {
        if (_columnOf[at] < 0 || schema.Columns[_columnOf[at]] is not ({ Type: ColumnType.Number or ColumnType.List } or { Name: "magnitude" }) || csv.Value(row, at).TrimStart('-') is not { Length: >= 1 and <= 3 } first || !Digits(first))
            return false;
        for (var cell = at + 1; cell <= at + surplus; cell++)
            if (csv.Value(row, cell) is not { Length: 3 } group || !Digits(group))
                return false;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private bool Fits(ColumnSchema column, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return !column.Required;
        return column switch
        {
            { Name: "magnitude" } => RowReader.TryNumber(value, out _) || Word.TryParse<MagnitudeWord>(value, out _),
            { Type: ColumnType.Id } => RowReader.IsId(value),
            { Type: ColumnType.Reference, Target: { } target and not "*" } => context.IdsOf(target).GetAlternateLookup<ReadOnlySpan<char>>().Contains(value),
            { Type: ColumnType.References, Target: { } target } => target == schema.Name || context.IdsOf(target).Contains(value.ToString().Split(';')[0].Trim()),
            { Words: { } words } => words.Contains(value.ToString()),
            { Taxonomy: { } part } => value is "all" || context.Words.Find(part, value.IndexOf(';') is var end and >= 0 ? value[..end].Trim() : value) is not null,
            { Type: ColumnType.Edtf } => Edtf.TryParse(value, out _),
            { Type: ColumnType.Day } => Edtf.TryParse(value, out _),
            { Type: ColumnType.Number or ColumnType.Integer } => RowReader.TryNumber(value, out _),
            { Type: ColumnType.Url } => value.SequenceEqual(RowReader.NoneSeen) || (value.Contains('.') && !value.Contains(' ')),
            _ => true,
        };
    }

    private static int[] ColumnsOf(CsvFile csv, int[] header)
    {
        var columns = new int[csv.Width(0)];
        Array.Fill(columns, -1);
        for (var column = 0; column < header.Length; column++)
            if (header[column] >= 0)
                columns[header[column]] = column;
        return columns;
    }
}
