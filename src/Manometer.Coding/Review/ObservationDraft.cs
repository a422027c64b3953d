using System.Globalization;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>A row of <c>observations.csv</c> in the making: cells by column, empty where nothing is said. Immutable.</summary>
public sealed class ObservationDraft
{
    /// <summary>Columns a reviewer may change, in the order of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "event", "origin", "when", "place", "place_stated", "sector", "group", "indicator", "direction", "kind", "step", "step_reason", "magnitude", "unit", "attribution", "grade", "polarity", "measures", "credibility", "summary", "note",
    ];

    private static readonly string[] Required = ["when", "sector", "indicator", "direction", "kind", "attribution", "polarity", "summary"];

    private readonly SortedDictionary<string, string> _cells;
    private readonly bool _ownSummary;

    private ObservationDraft(SortedDictionary<string, string> cells, bool ownSummary) => (_cells, _ownSummary) = (cells, ownSummary);

    /// <summary>The value of a column; empty when it has none.</summary>
    public string this[string column] => _cells.GetValueOrDefault(column, "");

    /// <summary>The columns that have a value, in the order of the table.</summary>
    public IEnumerable<KeyValuePair<string, string>> Cells => Columns.Where(column => this[column].Length > 0).Select(column => KeyValuePair.Create(column, this[column]));

    /// <summary>A draft of cells; those of no column of the table are left out, and a summary is made where none is given.</summary>
    public static ObservationDraft Of(IEnumerable<KeyValuePair<string, string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in cells)
            if (Columns.Contains(column) && value.Length > 0)
                kept[column] = value;
        var draft = new ObservationDraft(kept, kept.ContainsKey("summary"));
        return draft._ownSummary ? draft : draft.Summarised();
    }

    /// <summary>The draft with another value in a column. A summary nobody wrote is made anew.</summary>
    public ObservationDraft With(string column, string value)
    {
        var cells = new SortedDictionary<string, string>(_cells, StringComparer.Ordinal) { [column] = value };
        // the size of a change carries the sign of its direction: one turns with the other
        if (column == "direction" && IsSigned(this["unit"], this["kind"]) && (value, this["direction"]) is ("up", "down") or ("down", "up") && IsNumber(this["magnitude"], out var share))
            cells["magnitude"] = (value == "down" ? -Math.Abs(share) : Math.Abs(share)).ToString("R", CultureInfo.InvariantCulture);
        var draft = new ObservationDraft(cells, column == "summary" ? value.Length > 0 : _ownSummary);
        return draft._ownSummary ? draft : draft.Summarised();
    }

    /// <summary>The draft with what a decision changed in it.</summary>
    public ObservationDraft With(ReviewDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var row = decision.Row.ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
        return decision.Changed.Where(column => Columns.Contains(column)).Aggregate(this, (draft, column) => draft.With(column, row.GetValueOrDefault(column, "")));
    }

    /// <summary>What keeps a value from standing in a column; null when nothing does.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The value; empty takes it out.</param>
    /// <param name="words">The words there are.</param>
    public static string? FaultOf(string column, string value, ReviewWords words)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(words);
        if (!Columns.Contains(column))
            return $"there is no column '{column}'; there are {string.Join(", ", Columns)}";
        if (value.Length == 0)
            return Required.Contains(column) && column != "summary" ? $"'{column}' cannot be empty; give it with e {column}=VALUE, or in a batch with \"set\": {{\"{column}\": \"VALUE\"}}" : null;
        if (value.AsSpan().IndexOfAny('\n', '\r') >= 0 || PrintableText.Of(value) != value)
            return "a cell holds no line breaks and no control characters";
        return column switch
        {
            "when" => Edtf.TryParse(value, out _) ? null : $"'{value}' is no date in EDTF, such as 2018-07-05, 2018-07, 2018-07~ (about), or 2018-33 to 2018-36 for the quarters of a year",
            "sector" => Among(words.Taxonomy.Sectors.Select(term => term.Id)),
            "group" => Among(words.Taxonomy.Groups.Select(term => term.Id)),
            "indicator" => Among(words.Taxonomy.Indicators.Select(term => term.Id)),
            "place" => words.Places.Contains(value) ? null : $"the case has no place '{value}'; add it to places.csv, or put the name into place_stated",
            "measures" => value.Split(';').FirstOrDefault(one => !words.Measures.Contains(one)) is { } unknown ? $"the case has no measure '{unknown}'" : null,
            "direction" => Among(Word.All<Direction>()),
            "kind" => Among(Word.All<ObservationKind>()),
            "attribution" => Among(Word.All<Attribution>()),
            "grade" => Among(Word.All<AttributionGrade>()),
            "polarity" => Among(Word.All<Polarity>()),
            "step" => Whole(-2, 2),
            "credibility" => Whole(1, 6),
            "magnitude" => Word.TryParse<MagnitudeWord>(value, out _) || IsNumber(value, out _) ? null : $"'{value}' is neither a number nor slight, moderate or large",
            _ => null,
        };

        string? Among(IEnumerable<string> among) => among.Contains(value) ? null : $"'{value}' is none of {string.Join(", ", among)}";

        string? Whole(int low, int high) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high ? null : string.Create(CultureInfo.InvariantCulture, $"'{value}' is no whole number from {low} to {high}");
    }

    /// <summary>What keeps the draft from being a row; null when nothing does.</summary>
    public string? Fault(ReviewWords words)
    {
        foreach (var column in Columns)
            if ((this[column].Length > 0 || Required.Contains(column)) && FaultOf(column, this[column], words) is { } fault)
                return fault;
        if (this["attribution"] != Word.Of(Attribution.None) && this["grade"].Length == 0)
            return "an attribution wants a grade: asserted, inferred, concurrent or denied";
        if (this["attribution"] == Word.Of(Attribution.None) && this["grade"].Length > 0)
            return "a grade wants an attribution: sanctions or other-cause";
        if (IsNumber(this["magnitude"], out var number))
        {
            if (this["unit"].Length == 0)
                return "a number wants a unit";
            if (IsSigned(this["unit"], this["kind"]) && ((number < 0 && this["direction"] == "up") || (number > 0 && this["direction"] == "down")))
                return $"{this["magnitude"]} {this["unit"]} with direction '{this["direction"]}': turn the sign, or the direction{(this["unit"] == "percent" ? "" : "; or, of a number reached, say kind=level")}";
        }

        return this["step"].Length > 0 && this["step_reason"].Length == 0 ? "a step wants a step_reason" : null;
    }

    /// <summary>Does a number carry the sign of its direction? The size of a change does, and a share.</summary>
    internal static bool IsSigned(string unit, string kind) => unit == "percent" || kind == Word.Of(ObservationKind.Change);

    // south-hentzau: South Hentzau
    private static string Named(string place) => string.Join(' ', place.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static bool IsNumber(string text, out double number) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    // of the fields, so in no words of the report
    private ObservationDraft Summarised()
    {
        var (indicator, sector, place) = (this["indicator"].Replace('-', ' '), this["sector"].Replace('-', ' '), this["place_stated"].Length > 0 ? this["place_stated"] : Named(this["place"]));
        var way = this["direction"] switch { "up" => "up", "down" => "down", _ => "unchanged" };
        var size = this["magnitude"].Length == 0 ? "" : $" ({this["magnitude"].TrimStart('-')}{(this["unit"].Length > 0 ? " " + this["unit"] : "")})";
        var meant = this["polarity"] switch { "negated" => ", which is denied", "hypothetical" => ", as a supposition", "forecast" => ", as a forecast", _ => "" };
        var tie = (this["attribution"], this["grade"]) switch
        {
            ("sanctions", "denied") => "; not because of sanctions",
            ("sanctions", "concurrent") => "; while sanctions held",
            ("sanctions", _) => "; because of sanctions",
            ("other-cause", "denied") => "; a rival cause is denied",
            ("other-cause", _) => "; for another cause",
            _ => "",
        };
        var text = $"{indicator} of {sector} {way}{size}{(place.Length > 0 ? " in " + place : "")}{meant}{tie}";
        var cells = new SortedDictionary<string, string>(_cells, StringComparer.Ordinal) { ["summary"] = char.ToUpperInvariant(text[0]) + text[1..] };
        return new ObservationDraft(cells, ownSummary: false);
    }
}
