using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>One row of a table, cell by cell, by the table's schema. Each faulty cell is reported where it stands; the row can still be read on.</summary>
internal sealed class RowReader(ReadingContext context, TableSchema schema, CsvFile csv, int[] columns)
{
    public const string NoneSeen = "none seen";

    private int _row;

    /// <summary>Did a cell of this row have an error?</summary>
    public bool Failed { get; private set; }

    public ReadingContext Context => context;

    public void MoveTo(int row) => (_row, Failed) = (row, false);

    /// <summary>Is the column in the file at all?</summary>
    public bool Has(int column) => columns[column] >= 0;

    /// <summary>The cell without space around it.</summary>
    public ReadOnlySpan<char> Raw(int column)
    {
        if (columns[column] < 0)
            return [];
        var value = csv.Value(_row, columns[column]);
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
        var where = Math.Max(0, columns[column]);
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

    public IReadOnlyList<string> Words(int column, string part, string? alsoAllowed = null) =>
        Items(column, (item, at) => item.SequenceEqual(alsoAllowed) ? alsoAllowed : TermOf(column, part, item, at));

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
        if (MangledDate.Suggest(value) is { } meant)
            Report(Rules.MangledDate, column, $"a date in EDTF; perhaps {meant}", value.ToString(), "format the column as text in the spreadsheet, or edit the file as text");
        else
            Report(Rules.NotADate, column, "a date in EDTF, such as 2017-02-28, 2017-02, 2017 or 2017-02/2017-04", $"{value} ({fault.Reason})");
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
        Report(Rules.NotADate, column, "a day, such as 2017-02-28", value.ToString());
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
            Report(Rules.NotANumber, column, "a number, such as 7500000 or 0.25", value.ToString());
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
        var list = words.Count <= 8 ? string.Join(", ", words) : $"one of {words.Count} words, see docs/case-folder.md";
        Report(Rules.NotAWord, column, at, length, Suggestion(list, value, words), value.ToString(), null);
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
        Failed |= rule.Severity == Severity.Error;
        var where = Math.Max(0, columns[column]);
        var position = csv.PositionOf(_row, where);
        var whole = csv.LengthOf(_row, where);
        if (length < 0)
            context.Faults.Add(rule, csv.Source, position, whole, expected, found, next);
        else
            context.Faults.Add(rule, csv.Source, position + at + (whole > 0 && csv.Source.Text[position] == '"' ? 1 : 0), length, expected, found, next);
    }
}
