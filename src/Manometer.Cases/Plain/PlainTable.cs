using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>A table in a CSV file that belongs to no case. Columns are asked for by name; every fault met on the way is kept, with where it stands.</summary>
/// <remarks>
/// Read as they come: a byte order mark, any line end, commas, semicolons or tabs; a decimal comma where semicolons part the cells. Empty cells, <c>NA</c> and <c>NaN</c> are missing values.
/// </remarks>
public sealed class PlainTable
{
    // of the form of the file only: what was read past without loss is not worth a word about a file that is not kept
    private static readonly DiagnosticRule[] Mended = [Rules.ByteOrderMark, Rules.LineEnds, Rules.Separator];

    private readonly ReadingContext _context;
    private readonly CsvFile? _csv;
    private readonly string[] _names = [];
    private readonly List<int> _rows = [];
    private readonly string _again;
    private string? _mixed;

    private PlainTable(ReadingContext context, string path, string again)
    {
        (_context, Path, _again) = (context, path, again);
        var source = context.Open(path);
        if (source is null)
            return;
        _csv = CsvFile.Parse(source, context.Faults);
        if (_csv.RowCount == 0)
        {
            context.Faults.Add(Rules.NoHeader, source, 0, 1, "a first line that names the columns", "an empty file", $"write the header, then: {again}");
            _csv = null;
            return;
        }

        _names = [.. Enumerable.Range(0, _csv.Width(0)).Select(i => _csv.Value(0, i).Trim().ToString())];
        if (_names.All(name => RowReader.TryNumber(name, out _) || TimePoint.TryParse(name, out _)))
        {
            context.Faults.Add(Rules.NoHeader, source, 0, _csv.PositionOf(0, _names.Length - 1) + _csv.LengthOf(0, _names.Length - 1), "a first line that names the columns", "numbers", $"put a line such as '{Example(_names.Length)}' above them, then: {again}");
            _csv = null;
            return;
        }

        for (var row = 1; row < _csv.RowCount; row++)
            if (_csv.Width(row) == _names.Length)
                _rows.Add(row);
            else if (!IsBlank(row) && !_csv.IsBroken(row))
                context.Faults.Add(Rules.RowWidth, source, _csv.PositionOf(row, 0), _csv.PositionOf(row, _csv.Width(row) - 1) + _csv.LengthOf(row, _csv.Width(row) - 1) - _csv.PositionOf(row, 0), $"{_names.Length} cells", $"{_csv.Width(row)}");
        _rows.RemoveAll(IsBlank);
    }

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>Names of the columns, in order; empty when the file could not be read.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Number of rows below the header, blank ones left out.</summary>
    public int Rows => _rows.Count;

    /// <summary>All faults met so far, in order of line and column.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. _context.Faults.InOrder().Where(fault => !Mended.Any(rule => rule.Code == fault.Code))];

    /// <summary>Is one of them an error? Then no number from the table should be used.</summary>
    public bool HasErrors => Diagnostics.Any(fault => fault.Severity == Severity.Error);

    /// <summary>Reads a file. Never throws for what is in it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="again">The command to run once a fault is mended; each diagnostic ends with it.</param>
    public static PlainTable Open(string path, string again)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(again);
        var context = new ReadingContext(new DiskCaseFiles(""), path, again);
        if (Directory.Exists(path))
            context.Faults.Add(Rules.FileMissing, path, "a CSV file", "a folder", $"name the file in it: {again}");
        else if (!File.Exists(path))
            context.Faults.Add(Rules.FileMissing, path, "a CSV file", Neighbour(path) is { } near ? $"none of that name; did you mean '{near}'?" : "none of that name", $"name a file that is there: {With(again, path, Neighbour(path) is { } there ? path[..^System.IO.Path.GetFileName(path).Length] + there : "FILE.csv")}");
        return new PlainTable(context, path, again);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">What diagnostics call it.</param>
    /// <param name="bytes">Its bytes, UTF-8.</param>
    /// <param name="again">As with <see cref="Open"/>.</param>
    public static PlainTable Parse(string name, byte[] bytes, string again) =>
        new(new ReadingContext(new OneFile(name, bytes), name, again), name, again);

    /// <summary>The column of that name; -1, with a fault that names the nearest, when there is none.</summary>
    public int Find(string name)
    {
        var found = Array.IndexOf(_names, name);
        if (found < 0)
            found = Array.FindIndex(_names, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));
        if (_csv is null)
            return -1;
        if (found < 0)
        {
            var near = Nearest.To(name, _names);
            var list = string.Join(", ", _names.Take(12)) + (_names.Length > 12 ? $" and {_names.Length - 12} more" : "");
            _context.Faults.Add(Rules.ColumnMissing, _csv.Source, 0, Math.Max(1, _csv.Source.Text.AsSpan().IndexOfAny('\r', '\n')), $"a column '{name}'", (near is not null ? $"none; did you mean '{near}'? " : "none; ") + $"there are: {list}", $"name a column that is there: {With(_again, name, near ?? "COLUMN")}");
        }
        else if (Array.LastIndexOf(_names, _names[found]) != found)
        {
            _context.Faults.Add(Rules.ColumnTwice, _csv.Source, _csv.PositionOf(0, Array.LastIndexOf(_names, _names[found])), _names[found].Length, "each column once", _names[found]);
        }

        return found;
    }

    // the command with another word in place of a wrong one, also where it stands in a list; never the faulty command once more
    private static string With(string command, string wrong, string right)
    {
        var word = right.Contains(' ', StringComparison.Ordinal) ? $"'{right}'" : right;
        return string.Join(' ', command.Split(' ').Select(one => string.Join(',', one.Split(',').Select(part => part == wrong ? word : part)))).Replace($"'{wrong}'", word, StringComparison.Ordinal);
    }

    /// <summary>The cells of a column as they stand, without space around them.</summary>
    public string[] Texts(int column) => _csv is null || column < 0 ? [] : [.. _rows.Select(row => _csv.Value(row, column).Trim().ToString())];

    /// <summary>The numbers of a column; NaN where a value is missing, and where the cell was reported.</summary>
    public double[] Numbers(int column)
    {
        if (_csv is null || column < 0)
            return [];
        var values = new double[_rows.Count];
        var commas = HasDecimalCommas(column);
        for (var i = 0; i < values.Length; i++)
        {
            var cell = _csv.Value(_rows[i], column).Trim();
            if (IsMissing(cell))
                values[i] = double.NaN;
            else if (!RowReader.TryNumber(cell, out values[i]) && !(commas && RowReader.TryNumber(cell.ToString().Replace(',', '.'), out values[i])))
                values[i] = Report(Rules.NotANumber, i, column, MeantNumber.Of(cell) is { } meant ? $"a number; did you mean {meant}?" : "a number, such as 7500000 or 0.25, or an empty cell", cell.ToString());
        }

        return values;
    }

    /// <summary>The times of a column, row by row, all of one unit. Null, with faults, where they cannot be read.</summary>
    /// <remarks>Whole numbers of four digits from 1000 to 2999 are years; of eight digits that are days, days. Where days stand among months or years, these are put at their middle day, and a series says so.</remarks>
    public TimePoint[]? Times(int column)
    {
        if (_csv is null || column < 0)
            return null;
        var points = new TimePoint[_rows.Count];
        var bad = new List<int>();
        for (var i = 0; i < points.Length; i++)
            if (!TimePoint.TryParse(_csv.Value(_rows[i], column), out points[i]))
                bad.Add(i);
        if (bad.Count > 0 && bad.Count >= points.Length - bad.Count && !bad.Exists(i => MangledDate.Suggest(_csv.Value(_rows[i], column).Trim()) is not null))
        {
            _context.Faults.Add(Rules.NotADate, _csv.Source, _csv.PositionOf(0, column), Math.Max(1, _csv.LengthOf(0, column)), "a column of dates (2017-03-15, 2017-03, 2017) or whole numbers", $"'{_names[column]}', whose first cell that is neither is '{_csv.Value(_rows[bad[0]], column).Trim()}'", $"name the column of dates with --time, then: {_again}");
            return null;
        }

        foreach (var i in bad)
            ReportDate(i, column);
        if (bad.Count > 0)
            return null;
        AsYearsOrDays(points, column);
        return OfOneUnit(points, column) ? points : null;
    }

    // days among months or years: all become days, the coarser ones the middle of what they cover
    private bool OfOneUnit(TimePoint[] points, int column)
    {
        if (points.Length == 0 || Array.TrueForAll(points, point => point.Unit == points[0].Unit))
            return true;
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] is { Unit: TimeUnit.Number, Value: >= 1000 and <= 2999 })
                points[i] = points[i] with { Unit = TimeUnit.Year };
            if (points[i].Unit == TimeUnit.Number)
            {
                Report(Rules.NotADate, i, column, "a date, as in the other rows", _csv!.Value(_rows[i], column).Trim().ToString());
                return false;
            }
        }

        var coarse = points.Count(point => point.Unit != TimeUnit.Day);
        for (var i = 0; i < points.Length; i++)
        {
            var (first, last) = (points[i].FirstDay!.Value.DayNumber, points[i].LastDay!.Value.DayNumber);
            points[i] = new TimePoint(TimeUnit.Day, first + (last - first) / 2);
        }

        _mixed = string.Create(CultureInfo.InvariantCulture, $"dates are of unlike precision: {coarse} of {points.Length} cover more than a day and stand in the middle of what they cover");
        return true;
    }

    private List<string> NotesOfTimes() => _mixed is null ? [] : [_mixed];

    /// <summary>A series: the named columns in order of time, each time once. Null when something has an error.</summary>
    /// <param name="time">The column of times; null for the first column, or, where that one is asked for as numbers, for rows numbered from 1.</param>
    /// <param name="columns">The columns of numbers.</param>
    public PlainSeries? Series(string? time, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var found = columns.Select(Find).ToList();
        var at = time is null ? found.Contains(0) ? -1 : 0 : Find(time);
        if (_csv is null)
            return null;
        var numbers = columns.Zip(found, (name, column) => new PlainColumn(column < 0 ? name : _names[column], Numbers(column))).ToList();
        if (found.Contains(-1) || (time is not null && at < 0))
            return null;
        if (_rows.Count == 0)
            _context.Faults.Add(Rules.Empty, _csv.Source, 0, 1, "rows below the header", "none");
        var points = at < 0 ? [.. Enumerable.Range(1, _rows.Count).Select(row => new TimePoint(TimeUnit.Number, row))] : Times(at);
        if (points is null || _rows.Count == 0)
            return null;
        var order = Enumerable.Range(0, points.Length).ToArray();
        Array.Sort((TimePoint[])points.Clone(), order);
        var notes = NotesOfTimes();
        if (at >= 0)
            ReportOrder(points, order, at, notes);
        for (var i = 0; i < numbers.Count; i++)
            if (numbers[i].Missing is > 0 and var missing)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} of {_rows.Count} values of '{numbers[i].Name}' are missing"));
        if (HasErrors)
            return null;
        var labels = at < 0 ? [.. points.Select(point => point.ToString())] : Texts(at);
        var axis = TimeAxis.Of([.. order.Select(row => points[row])], [.. order.Select(row => labels[row])], at < 0);
        return new PlainSeries(axis, [.. numbers.Select(column => column with { Values = [.. order.Select(row => column.Values[row])] })], notes);
    }

    private void ReportOrder(TimePoint[] points, int[] order, int column, List<string> notes)
    {
        for (var i = 1; i < order.Length; i++)
            if (points[order[i]] == points[order[i - 1]])
            {
                var (first, second) = (Math.Min(order[i], order[i - 1]), Math.Max(order[i], order[i - 1]));
                var line = _csv!.Source.At(_csv.PositionOf(_rows[first], column)).Line;
                Report(Rules.DateTwice, second, column, "each time once", string.Create(CultureInfo.InvariantCulture, $"{_csv.Value(_rows[second], column).Trim()}, also in line {line}"), $"keep one of the rows, or gather them into longer periods beforehand, then: {_again}");
            }

        for (var i = 1; i < points.Length; i++)
            if (points[i] < points[i - 1])
            {
                Report(Rules.DateOrder, i, column, "rows in order of time", _csv!.Value(_rows[i], column).Trim().ToString(), $"nothing need be done, rows are counted in order of time; or sort the file, then: {_again}");
                notes.Add("rows were put in order of time");
                return;
            }
    }

    private void AsYearsOrDays(TimePoint[] points, int column)
    {
        if (points.Length == 0 || !Array.TrueForAll(points, point => point.Unit == TimeUnit.Number))
            return;
        if (Array.TrueForAll(points, point => point.Value is >= 1000 and <= 2999))
        {
            for (var i = 0; i < points.Length; i++)
                points[i] = points[i] with { Unit = TimeUnit.Year };
            return;
        }

        var days = new TimePoint[points.Length];
        for (var i = 0; i < points.Length; i++)
            if (!DateOnly.TryParseExact(_csv!.Value(_rows[i], column).Trim(), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 1500)
                return;
            else
                days[i] = TimePoint.Of(day, TimeUnit.Day);
        days.CopyTo(points, 0);
    }

    private void ReportDate(int row, int column)
    {
        var cell = _csv!.Value(_rows[row], column).Trim();
        var next = $"format the column as text in the spreadsheet, or edit the file as text, then: {_again}";
        if (cell.IsEmpty)
            Report(Rules.Empty, row, column, "a date or a whole number", "nothing");
        else if (MangledDate.IsAmbiguous(cell, out var dayFirst, out var monthFirst))
            Report(Rules.MangledDate, row, column, $"a date; {dayFirst} if the day stands first, {monthFirst} if the month does", cell.ToString(), next);
        else if (MangledDate.Suggest(cell) is { } meant)
            Report(Rules.MangledDate, row, column, $"a date; perhaps {meant}", cell.ToString(), next);
        else
            Report(Rules.NotADate, row, column, "a day (2017-03-15), a month (2017-03), a quarter (2017-Q1), a year or a whole number", cell.ToString());
    }

    private double Report(DiagnosticRule rule, int row, int column, string expected, string found, string? next = null)
    {
        _context.Faults.Add(rule, _csv!.Source, _csv.PositionOf(_rows[row], column), Math.Max(1, _csv.LengthOf(_rows[row], column)), expected, found, next);
        return double.NaN;
    }

    // where semicolons part the cells, a comma in a number is a decimal one, unless a cell of the column has a point
    private bool HasDecimalCommas(int column)
    {
        var first = _csv!.PositionOf(0, 0) + _csv.LengthOf(0, 0);
        if (first >= _csv.Source.Text.Length || _csv.Source.Text[first] == ',')
            return false;
        var any = false;
        foreach (var row in _rows)
        {
            var cell = _csv.Value(row, column);
            if (cell.Contains('.') || cell.Count(',') > 1)
                return false;
            any |= cell.Contains(',');
        }

        return any;
    }

    private bool IsBlank(int row)
    {
        for (var i = 0; i < _csv!.Width(row); i++)
            if (!_csv.Value(row, i).IsWhiteSpace())
                return false;
        return true;
    }

    private static bool IsMissing(ReadOnlySpan<char> cell) => cell.IsEmpty || cell is "NA" or "N/A" or "null" or "NULL" || cell.Equals("nan", StringComparison.OrdinalIgnoreCase);

    private static string Example(int width) => width == 1 ? "y" : "time," + string.Join(',', Enumerable.Range(1, width - 1).Select(i => i == 1 ? "y" : string.Create(CultureInfo.InvariantCulture, $"x{i - 1}")));

    private static string? Neighbour(string path)
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            return Directory.Exists(folder) ? Nearest.To(System.IO.Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.csv").Take(1000).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private sealed class OneFile(string name, byte[] bytes) : ICaseFiles
    {
        public IReadOnlyList<string> List() => [name];

        public long? Size(string path) => bytes.LongLength;

        public byte[] Read(string path) => bytes;
    }
}
