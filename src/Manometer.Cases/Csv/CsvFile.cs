using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The cells of a CSV file (RFC 4180) with the position of each. Faults of form are reported and reading goes on.</summary>
/// <remarks>Rows are kept as positions into the text, 12 bytes a cell, so that a cell costs nothing until it is asked for.</remarks>
internal sealed class CsvFile
{
    /// <summary>Characters a line may have; a longer one is no table.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private readonly List<Cell> _cells;
    private readonly List<int> _rowStarts;

    private CsvFile(SourceText source, List<Cell> cells, List<int> rowStarts) => (Source, _cells, _rowStarts) = (source, cells, rowStarts);

    public SourceText Source { get; }

    /// <summary>Number of rows, the header too.</summary>
    public int RowCount => _rowStarts.Count;

    /// <summary>Number of cells in a row.</summary>
    public int Width(int row) => (row + 1 < _rowStarts.Count ? _rowStarts[row + 1] : _cells.Count) - _rowStarts[row];

    /// <summary>Has the row a cell whose quotes are wrong? That was reported; the number of its cells means nothing.</summary>
    public bool IsBroken(int row) => FirstBroken(row) >= 0;

    /// <summary>The first cell of a row whose quotes are wrong; -1 when there is none.</summary>
    public int FirstBroken(int row)
    {
        for (var i = 0; i < Width(row); i++)
            if (_cells[_rowStarts[row] + i].Form == CellForm.Broken)
                return i;
        return -1;
    }

    /// <summary>Position of a cell's first character, the quote included; the end of the row's last cell when the row is too short.</summary>
    public int PositionOf(int row, int column)
    {
        var width = Width(row);
        if (column < width)
            return _cells[_rowStarts[row] + column].Start;
        var last = _cells[_rowStarts[row] + width - 1];
        return last.Start + last.Length;
    }

    /// <summary>Characters a cell takes in the file, its quotes included.</summary>
    public int LengthOf(int row, int column) => column < Width(row) ? _cells[_rowStarts[row] + column].Length : 0;

    /// <summary>The value of a cell; empty when the row is too short. Allocates only for a cell with a doubled quote.</summary>
    public ReadOnlySpan<char> Value(int row, int column)
    {
        if (column >= Width(row))
            return [];
        var cell = _cells[_rowStarts[row] + column];
        var text = Source.Text.AsSpan(cell.Start, cell.Length);
        return cell.Form switch
        {
            CellForm.Plain => text,
            CellForm.Quoted => text[1..^1],
            CellForm.Escaped => text[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal),
            _ => text.TrimStart('"'),
        };
    }

    /// <summary>Reads a text. Comma, semicolon and tab are told apart by the header.</summary>
    public static CsvFile Parse(SourceText source, FaultList faults)
    {
        var text = source.Text;
        var separator = SeparatorOf(text);
        if (separator != ',')
            faults.Add(Rules.Separator, source, 0, Math.Max(1, text.AsSpan().IndexOfAny('\r', '\n')), "cells separated by commas", separator == ';' ? "semicolons" : "tabs", faults.WriteAnew(source.File));
        var cells = new List<Cell>(Math.Max(16, text.Length / 24));
        var rows = new List<int>(Math.Max(4, text.Length / 240));
        var at = 0;
        var carriageReturns = false;
        while (at < text.Length)
        {
            if (text[at] is '\n' or '\r') // a blank line is no row
            {
                at++;
                continue;
            }

            var lineStart = at;
            rows.Add(cells.Count);
            while (true)
            {
                at = Cell.Read(text, at, separator, source, faults, cells);
                if (at - lineStart > LongestLine)
                {
                    faults.Add(Rules.LineTooLong, source, lineStart, 1, "a line of at most 4 million characters", "a longer one; the rest of the file was not read");
                    cells.RemoveRange(rows[^1], cells.Count - rows[^1]);
                    rows.RemoveAt(rows.Count - 1);
                    return new CsvFile(source, cells, rows);
                }

                if (at >= text.Length || text[at] != separator)
                    break;
                at++;
            }

            carriageReturns |= at < text.Length && text[at] == '\r';
        }

        if (carriageReturns)
            faults.Add(Rules.LineEnds, source, Math.Max(0, text.IndexOf('\r', StringComparison.Ordinal)), 1, "lines that end in a line feed", "carriage returns", faults.WriteAnew(source.File));
        return new CsvFile(source, cells, rows);
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        if (header.Length > LongestLine)
            return ',';
        var commas = header.Count(',');
        return header.Count(';') > commas ? ';' : header.Count('\t') > commas ? '\t' : ',';
    }

    private enum CellForm : byte
    {
        Plain,
        Quoted,
        Escaped,
        Broken,
    }

    private readonly record struct Cell(int Start, int Length, CellForm Form)
    {
        /// <summary>Reads one cell and returns the position after it: a separator, a line end, or the end of the text.</summary>
        public static int Read(string text, int start, char separator, SourceText source, FaultList faults, List<Cell> cells)
        {
            if (start >= text.Length || text[start] != '"')
            {
                var length = text.AsSpan(start).IndexOfAny(separator, '\n', '\r');
                var end = length < 0 ? text.Length : start + length;
                var quote = text.AsSpan(start, end - start).IndexOf('"');
                if (quote >= 0)
                    faults.Add(Rules.StrayQuote, source, start + quote, 1, "a quote only around a whole cell, doubled inside it", "a quote inside a plain cell");
                cells.Add(new Cell(start, end - start, CellForm.Plain));
                return end;
            }

            var at = start + 1;
            var escaped = false;
            while (true)
            {
                var next = text.AsSpan(at).IndexOf('"');
                if (next < 0)
                {
                    // the opening quote swallowed the file: take the cell to the end of its line, so that the rows below are still read
                    faults.Add(Rules.UnclosedQuote, source, start, 1, "a closing quote", "none up to the end of the file");
                    var length = text.AsSpan(start).IndexOfAny('\n', '\r');
                    var end = length < 0 ? text.Length : start + length;
                    cells.Add(new Cell(start, end - start, CellForm.Broken));
                    return end;
                }

                at += next + 1;
                if (at < text.Length && text[at] == '"')
                {
                    escaped = true;
                    at++;
                    continue;
                }

                break;
            }

            if (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            {
                // over several lines it is the opening quote that is wrong: it ran into the quote of a later row
                var line = text.AsSpan(start, at - start).IndexOfAny('\n', '\r');
                if (line >= 0)
                {
                    faults.Add(Rules.UnclosedQuote, source, start, 1, "a closing quote", "none before the quotes of a later row");
                    cells.Add(new Cell(start, line, CellForm.Broken));
                    return start + line;
                }

                faults.Add(Rules.StrayQuote, source, at - 1, 1, "a separator after the closing quote", $"'{text[at]}'");
                var length = text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
                var end = length < 0 ? text.Length : at + length;
                cells.Add(new Cell(start, end - start, CellForm.Broken));
                return end;
            }

            cells.Add(new Cell(start, at - start, escaped ? CellForm.Escaped : CellForm.Quoted));
            return at;
        }
    }
}
