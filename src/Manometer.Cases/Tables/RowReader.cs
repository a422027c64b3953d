using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>One row of a table, cell by cell, by the table's schema. Each faulty cell is reported where it stands; the row can still be read on.</summary>
internal sealed class RowReader(ReadingContext context, TableSchema schema, CsvFile csv, int[] columns)
{
    private const int LongestList = 110;

    public const string NoneSeen = "none seen";

    // columns the table needs and the file lacks: what they would say is not known
    private readonly ulong _absent = AbsentOf(schema, columns);

    private int[] _cells = [];
    private int _row;
    private ulong _doubtful;

    /// <summary>Did a cell of this row have an error?</summary>
    public bool Failed { get; private set; }

    public ReadingContext Context => context;

    public void MoveTo(int row) => (_row, _cells, _doubtful, Failed) = (row, columns, _absent, false);

    /// <summary>Moves to a row of the wrong width, of which only some cells can be placed; it counts as failed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">Column of the schema to cell of the row; -1 where none can be placed.</param>
    public void MoveTo(int row, int[] cells)
    {
        (_row, _cells, _doubtful, Failed) = (row, cells, _absent, true);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] < 0 && columns[i] >= 0)
                _doubtful |= 1UL << i;
    }

    /// <summary>Is there a cell of the column?</summary>
    public bool Has(int column) => _cells[column] >= 0;

    /// <summary>Are the cells of these columns without errors, so that they can be compared with each other?</summary>
    public bool Good(params ReadOnlySpan<int> among)
    {
        foreach (var column in among)
            if ((_doubtful & (1UL << column)) != 0)
                return false;
        return true;
    }

    /// <summary>The cell without space around it.</summary>
    public ReadOnlySpan<char> Raw(int column)
    {
        if (_cells[column] < 0)
            return [];
        var value = csv.Value(_row, _cells[column]);
        if (value.IsEmpty || (!char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1])))
            return value;
        Report(Rules.Padded, column, $"'{value.Trim()}'", "space around it");
        return value.Trim();
    }

    public bool IsEmpty(int column) => Raw(column).IsEmpty;

    /// <summary>Reports a fault of a cell.</summary>
    public void Report(DiagnosticRule rule, int column, string? expected, string? found, string? next = null) =>
        Report(rule, column, 0, -1, expected, found, next);

    /// <summary>Where a cell stands, for a fault that shows only when all rows are known.</summary>
    public CellMark Mark(int column)
    {
        var where = Math.Max(0, _cells[column]);
        return new CellMark(csv.Source, csv.PositionOf(_row, where), csv.LengthOf(_row, where));
    }

    public string? Text(int column)
    {
        var value = Raw(column);
        return value.IsEmpty ? Missing(column) : value.ToString();
    }

    /// <summary>A text that repeats from row to row, as one string.</summary>
    public string? Pooled(int column)
    {
        var value = Raw(column);
        return value.IsEmpty ? Missing(column) : context.Pool.Of(value);
    }

    public string Id(int column)
    {
        var value = Raw(column);
        if (value.IsEmpty)
            return Missing(column) ?? "";
        var id = context.Pool.Of(value);
        if (!IsId(value))
            Report(Rules.BadId, column, "letters, digits, dots, hyphens, underscores", id);
        else if (!context.IdsOf(schema.Name).Add(id))
            Report(Rules.IdTwice, column, $"an identifier no other row of {schema.File} has", id);
        return id;
    }

    public string? Reference(int column)
    {
        var value = Raw(column);
        return value.IsEmpty ? Missing(column) : Resolve(column, value, 0);
    }

    public IReadOnlyList<string> References(int column) => Items(column, (item, at) => Resolve(column, item, at));

    /// <summary>Identifiers of this same table, whose rows may come later: resolved by the caller.</summary>
    public IReadOnlyList<string> LaterReferences(int column) => Items(column, (item, _) => context.Pool.Of(item));

    public IReadOnlyList<string> List(int column) => Items(column, (item, _) => context.Pool.Of(item));

    /// <summary>The sectors of a cell; <c>all</c> stands for every one, and by itself.</summary>
    public IReadOnlyList<string> Sectors(int column)
    {
        var sectors = Items(column, (item, at) => item is "all" ? "all" : TermOf(column, "sectors", item, at));
        if (sectors.Count > 1 && sectors.Contains("all"))
            Report(Rules.AllAndSome, column, "all, or the sectors that are meant", Raw(column).ToString());
        return sectors;
    }

    public string? Term(int column, string part)
    {
        var value = Raw(column);
        return value.IsEmpty ? Missing(column) : TermOf(column, part, value, 0);
    }

    public T? Word<T>(int column)
        where T : struct, Enum
    {
        var value = Raw(column);
        if (value.IsEmpty)
        {
            Missing(column);
            return null;
        }

        if (Model.Word.TryParse<T>(value, out var word))
            return word;
        NotAWord(column, 0, -1, value, schema.Columns[column].Words!);
        return null;
    }

    public Edtf? Date(int column)
    {
        var value = Raw(column);
        if (value.IsEmpty)
        {
            Missing(column);
            return null;
        }

        if (Edtf.TryParse(value, out var date, out var fault))
            return date;
        NotADate(column, value, "a date in EDTF", "a date in EDTF, such as 2017-02-28, 2017-02, 2017 or 2017-02/2017-04", $" ({fault.Reason})");
        return null;
    }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Countries(int column) => Items(column, (item, at) =>
    {
        if (item is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            return context.Pool.Of(item);
        Report(Rules.NotAWord, column, at, item.Length, "a country of ISO 3166-1 in two capital letters, such as CU", item.ToString(), null);
        return null;
    });

    public DateOnly? Day(int column)
    {
        var value = Raw(column);
        if (value.IsEmpty)
            return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        NotADate(column, value, "a day", "a day, such as 2017-02-28", "");
        return null;
    }

    public double? Number(int column, double lowest = double.MinValue, double highest = double.MaxValue)
    {
        var value = Raw(column);
        if (value.IsEmpty)
        {
            Missing(column);
            return null;
        }

        if (!TryNumber(value, out var number))
        {
            Report(Rules.NotANumber, column, MeantNumber.Of(value) is { } meant ? $"a number; did you mean {meant}?" : "a number, such as 7500000 or 0.25", value.ToString());
            return null;
        }

        if (number >= lowest && number <= highest)
            return number;
        Report(Rules.OutOfRange, column, string.Create(CultureInfo.InvariantCulture, $"{lowest} to {highest}"), value.ToString());
        return null;
    }

    public int? Integer(int column, int lowest, int highest)
    {
        var value = Raw(column);
        if (value.IsEmpty)
            return null;
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest)
            return number;
        Report(Rules.OutOfRange, column, string.Create(CultureInfo.InvariantCulture, $"a whole number from {lowest} to {highest}"), value.ToString());
        return null;
    }

    public string Url(int column)
    {
        var value = Raw(column);
        if (value.IsEmpty)
        {
            if (Has(column))
                Report(Rules.Empty, column, "an address, or 'none seen'", "nothing");
            return NoneSeen;
        }

        if (value.SequenceEqual(NoneSeen))
            return NoneSeen;
        var text = value.ToString();
        if (!text.Contains('.', StringComparison.Ordinal) || text.AsSpan().IndexOfAny("<>\"") >= 0 || text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            Report(Rules.BadUrl, column, "an address such as https://example.org/page, or 'none seen'", text);
        return text;
    }

    public static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    public static bool IsId(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetterOrDigit(text[0]))
            return false;
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
                return false;
        return true;
    }

    /// <summary>Reports a cell that should be a date; what a spreadsheet made of it is told back where it can be.</summary>
    public void NotADate(int column, ReadOnlySpan<char> value, string wanted, string example, string reason)
    {
        const string Next = "format the column as text in the spreadsheet, or edit the file as text";
        if (MangledDate.IsAmbiguous(value, out var dayFirst, out var monthFirst))
            Report(Rules.MangledDate, column, $"{wanted}; {Reading(column, dayFirst, monthFirst)}", value.ToString(), Next);
        else if (MangledDate.Suggest(value) is { } meant)
            Report(Rules.MangledDate, column, $"{wanted}; perhaps {meant}", value.ToString(), Next);
        else
            Report(Rules.NotADate, column, example, value.ToString() + reason);
    }

    // 3/4/2019 has two readings; another cell of the column, such as 25/4/2019, may have only one
    private string Reading(int column, string dayFirst, string monthFirst)
    {
        var (day, month) = context.OrderOfDates((schema.File, csv.Source.File, column), () => OrdersIn(columns[column]));
        return (day, month) switch
        {
            ({ } seen, null) => $"perhaps {dayFirst}, as the column has the day first: {seen}",
            (null, { } seen) => $"perhaps {monthFirst}, as the column has the month first: {seen}",
            (null, null) => $"{dayFirst} if the day stands first, {monthFirst} if the month does; no other cell of the column tells",
            _ => $"{dayFirst} if the day stands first, {monthFirst} if the month does; the column has both: {day}, {month}",
        };
    }

    private (string? DayFirst, string? MonthFirst) OrdersIn(int cell)
    {
        (string? DayFirst, string? MonthFirst) found = default;
        for (var row = 1; cell >= 0 && row < csv.RowCount; row++)
        {
            if (csv.Width(row) != csv.Width(0))
                continue;
            var order = MangledDate.Order(csv.Value(row, cell).Trim());
            if (order > 0)
                found.DayFirst ??= Seen(row);
            else if (order < 0)
                found.MonthFirst ??= Seen(row);
        }

        return found;

        string Seen(int row) => string.Create(CultureInfo.InvariantCulture, $"{csv.Value(row, cell).Trim()} in line {csv.Source.At(csv.PositionOf(row, cell)).Line}");
    }

    private static ulong AbsentOf(TableSchema schema, int[] columns)
    {
        var absent = 0UL;
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] < 0 && schema.Columns[i].Required)
                absent |= 1UL << i;
        return absent;
    }

    private string Resolve(int column, ReadOnlySpan<char> value, int at)
    {
        var id = context.Pool.Of(value);
        var target = schema.Columns[column].Target!;
        var shown = context.Faults.Shows(Rules.UnknownReference, csv.Source.File);
        if (target == "*")
        {
            if (id != "case" && !context.AllIds.Any(ids => ids.Contains(id)))
                Report(Rules.UnknownReference, column, at, value.Length, shown ? Suggestion("the identifier of a row of the case, or 'case'", id, [.. context.AllIds.SelectMany(ids => ids)]) : null, id, null);
        }
        else if (!context.IdsOf(target).Contains(id) && !context.Unread.Contains(target + ".csv"))
        {
            Report(Rules.UnknownReference, column, at, value.Length, shown ? Suggestion($"an identifier of {target}.csv", id, context.IdsOf(target)) : null, id, null);
        }

        return id;
    }

    private string? TermOf(int column, string part, ReadOnlySpan<char> value, int at)
    {
        if (context.Words.Find(part, value) is { } known)
            return known;
        NotAWord(column, at, value.Length, value, context.Words.Of(part));
        return null;
    }

    private void NotAWord(int column, int at, int length, ReadOnlySpan<char> value, IReadOnlyCollection<string> words)
    {
        var part = schema.Columns[column].Taxonomy;
        var list = string.Join(", ", words);
        if (list.Length > LongestList)
            list = $"one of the {words.Count} words of docs/case-folder/{(part is null ? schema.Name : "taxonomy")}.md";
        var meant = context.Meant(value, words, $"{schema.Name}.{schema.Columns[column].Name}", part ?? "");
        var next = part is not null && meant is null ? $"use a word of the list, or add this one under 'taxonomy' in case.yaml, then: {NextCommand.Check(context.CaseName)}" : null;
        Report(Rules.NotAWord, column, at, length, meant is null ? list : $"{list}; did you mean '{meant}'?", value.ToString(), next);
    }

    private string Suggestion(string expected, ReadOnlySpan<char> wrong, IReadOnlyCollection<string> candidates) =>
        context.MayCompare(candidates.Count) && Nearest.To(wrong, candidates) is { } near ? $"{expected}; did you mean '{near}'?" : expected;

    private IReadOnlyList<string> Items(int column, Func<ReadOnlySpan<char>, int, string?> read)
    {
        var value = Raw(column);
        if (value.IsEmpty)
        {
            Missing(column);
            return [];
        }

        if (!value.Contains(';'))
            return read(value, 0) is { } only ? [only] : [];
        var items = new List<string>();
        foreach (var range in value.Split(';'))
        {
            var item = value[range];
            var at = range.Start.Value + (item.Length - item.TrimStart().Length);
            if (item.Trim().Length > 0 && read(item.Trim(), at) is { } one)
                items.Add(one);
        }

        return items;
    }

    private string? Missing(int column)
    {
        if (schema.Columns[column].Required && Has(column))
            Report(Rules.Empty, column, $"a value of {schema.Columns[column].Name}" + (schema.Columns[column].Example.Length > 0 ? $", such as {schema.Columns[column].Example}" : ""), "nothing");
        return null;
    }

    private void Report(DiagnosticRule rule, int column, int at, int length, string? expected, string? found, string? next)
    {
        if (rule.Severity == Severity.Error)
        {
            Failed = true;
            _doubtful |= 1UL << column;
        }

        var where = Math.Max(0, _cells[column]);
        var position = csv.PositionOf(_row, where);
        var whole = csv.LengthOf(_row, where);
        if (length < 0)
            context.Faults.Add(rule, csv.Source, position, whole, expected, found, next);
        else
            context.Faults.Add(rule, csv.Source, position + at + (whole > 0 && csv.Source.Text[position] == '"' ? 1 : 0), length, expected, found, next);
    }
}
